package io.flexibleupgrades.cli.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** An address below {@code /api/v1}, safe for any name in it. */
public final class ApiPath {
  private final String path;
  private final String query;

  private ApiPath(String path, String query) {
    this.path = path;
    this.query = query;
  }

  /** Returns the path made of these segments, each encoded. */
  public static ApiPath of(Object... segments) {
    return new ApiPath(
        Arrays.stream(segments)
            .map(segment -> encoded(segment.toString()))
            .collect(Collectors.joining("/", "/api/v1/", "")),
        "");
  }

  /** Returns the path with a parameter, or without it if the value is empty. */
  public ApiPath with(String parameter, String value) {
    if (value.isEmpty()) {
      return this;
    }
    var separator = query.isEmpty() ? "?" : "&";
    return new ApiPath(path, query + separator + parameter + "=" + encoded(value));
  }

  URI below(URI base) {
    var text = base.toString();
    return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + this);
  }

  @Override
  public String toString() {
    return path + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
