package platform.text;

import java.util.ArrayList;
import java.util.List;

/** Reads lines of values with a separator of choice; values may stand in double quotes. */
public record DelimitedText(char separator, boolean header) {

  /** Values separated by commas, below a line of titles. */
  public static DelimitedText csv() {
    return new DelimitedText(',', true);
  }

  /** The values of each line that is not blank, trimmed, without a line of titles. */
  public List<List<String>> rows(String text) {
    return text.lines()
        .skip(header ? 1 : 0)
        .filter(line -> !line.isBlank())
        .map(this::values)
        .toList();
  }

  private List<String> values(String line) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        values.add(value.toString().strip());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString().strip());
    return List.copyOf(values);
  }
}
