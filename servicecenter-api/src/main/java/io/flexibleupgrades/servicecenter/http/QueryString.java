package io.flexibleupgrades.servicecenter.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an address after its path; the same names and values always make the same text.
 *
 * @param text without the question mark, empty if there is nothing
 */
public record QueryString(String text) {
  public static final QueryString EMPTY = new QueryString("");

  /** Returns this with a value more; what is null or empty is left out. */
  public QueryString with(String name, @Nullable Object value) {
    if (value == null || value.toString().isEmpty()) {
      return this;
    }
    var added = name + "=" + encoded(value.toString());
    return new QueryString(text.isEmpty() ? added : text + "&" + added);
  }

  /** Returns the address of that path with this query. */
  public String after(String path) {
    return text.isEmpty() ? path : path + "?" + text;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
