package platform.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads lines of values separated by commas.
 *
 * @deprecated it knows no quotes and no other separator, and will be replaced
 */
@Deprecated(since = "11.7.0", forRemoval = true)
public final class CsvReader {
  private final boolean header;

  /** Reads with or without skipping a first line of titles. */
  public CsvReader(boolean header) {
    this.header = header;
  }

  /** The values of each line that is not blank, trimmed. */
  public List<String[]> read(String text) {
    List<String[]> rows = new ArrayList<>();
    for (String line : text.lines().skip(header ? 1 : 0).toList()) {
      if (!line.isBlank()) {
        String[] values = line.split(",", -1);
        for (int i = 0; i < values.length; i++) {
          values[i] = values[i].strip();
        }
        rows.add(values);
      }
    }
    return rows;
  }
}
