package io.flexibleupgrades.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows under headings, as wide as they need to be but no wider than the terminal. */
public final class Table {
  /**
   * The text where a row meets a column.
   *
   * @param right aligned at its right end, as numbers are
   */
  public record Cell(Colour colour, String text, boolean right) {
    public Cell {
      text = SafeText.line(text);
    }

    /** Returns a cell of plain text. */
    public static Cell of(String text) {
      return new Cell(Colour.PLAIN, text, false);
    }

    /** Returns a cell with a number. */
    public static Cell of(long number) {
      return new Cell(Colour.PLAIN, Long.toString(number), true);
    }

    /** Returns a cell with a state, in its colour. */
    public static Cell ofState(String state) {
      return new Cell(Colour.ofState(state), state, false);
    }
  }

  private static final int GAP = 2;
  private static final int NARROWEST = 6;

  private final List<String> headings;
  private final List<List<Cell>> rows = new ArrayList<>();

  public Table(String... headings) {
    this(List.of(headings));
  }

  public Table(List<String> headings) {
    this.headings = List.copyOf(headings);
  }

  /** Adds a row; it has a cell for each heading. */
  public void row(Cell... cells) {
    row(List.of(cells));
  }

  /** Adds a row; it has a cell for each heading. */
  public void row(List<Cell> cells) {
    if (cells.size() != headings.size()) {
      throw new IllegalArgumentException("A row has one cell for each heading: " + headings);
    }
    rows.add(List.copyOf(cells));
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  List<Line> lines(int columns) {
    var widths = fitted(wanted(), columns);
    var lines = new ArrayList<Line>();
    lines.add(heading(widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private int[] wanted() {
    return IntStream.range(0, headings.size())
        .map(column ->
            rows.stream()
                .mapToInt(row -> SafeText.width(row.get(column).text()))
                .reduce(SafeText.width(headings.get(column)), Math::max))
        .toArray();
  }

  private static int[] fitted(int[] widths, int columns) {
    long available = columns - (long) GAP * (widths.length - 1);
    while (Arrays.stream(widths).asLongStream().sum() > available) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private Line heading(int[] widths) {
    var line = Line.of("");
    for (int i = 0; i < widths.length; i++) {
      boolean right = !rows.isEmpty() && rows.getFirst().get(i).right();
      line = line.plus(Colour.BOLD, padded(headings.get(i), widths[i], right)).plus(gap(i, widths));
    }
    return line;
  }

  private static Line line(List<Cell> row, int[] widths) {
    var line = Line.of("");
    for (int i = 0; i < widths.length; i++) {
      var cell = row.get(i);
      line =
          line.plus(cell.colour(), padded(cell.text(), widths[i], cell.right()))
              .plus(gap(i, widths));
    }
    return line;
  }

  private static String gap(int column, int[] widths) {
    return column == widths.length - 1 ? "" : " ".repeat(GAP);
  }

  private static String padded(String text, int width, boolean right) {
    var shown = SafeText.cut(text, width);
    var padding = " ".repeat(width - SafeText.width(shown));
    return right ? padding + shown : shown + padding;
  }
}
