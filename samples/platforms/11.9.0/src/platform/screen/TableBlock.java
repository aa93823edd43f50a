package platform.screen;

import java.util.ArrayList;
import java.util.List;
import platform.text.TextFormat;

/** A block with columns, each as wide as its widest cell. */
public final class TableBlock implements Block {
  private final List<List<String>> rows = new ArrayList<>();

  private TableBlock(List<String> header) {
    rows.add(header);
  }

  /** A table with these column titles and no rows. */
  public static TableBlock of(String... columns) {
    return new TableBlock(List.of(columns));
  }

  /** Adds a row; it has as many cells as there are columns. */
  public TableBlock row(Object... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "The table has " + rows.get(0).size() + " columns, the row has " + cells.length + ".");
    }
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(String.valueOf(cell));
    }
    rows.add(row);
    return this;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(TextFormat.padRight(row.get(column), width(column))).append("  ");
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
