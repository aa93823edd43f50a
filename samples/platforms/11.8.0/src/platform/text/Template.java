package platform.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with placeholders such as {@code {{name}}}. */
public record Template(String text) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

  /**
   * The text with all placeholders replaced.
   *
   * @throws IllegalArgumentException when a placeholder has no value
   */
  public String fill(Map<String, ?> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), values)));
  }

  private static String value(String placeholder, Map<String, ?> values) {
    Object value = values.get(placeholder);
    if (value == null) {
      throw new IllegalArgumentException(
          "The template's placeholder '" + placeholder + "' has no value.");
    }
    return value.toString();
  }
}
