package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.servicecenter.details.Level;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The level strip as it is drawn: one column per level, one cell per module. A level with more
 * modules than a column has room for is as many cells wide as it takes. The cells of one state are
 * one path, so that a browser draws tens of thousands of them at once.
 *
 * @param width in pixels, as {@code height}
 * @param cell width and height of a cell with the gap beside it, in pixels
 * @param rows cells in a column
 * @param gap between the columns of two levels, in pixels
 */
public record LevelStrip(
    int width, int height, int cell, int rows, int gap, List<Column> columns, List<Cells> cells) {
  private static final int FEW = 1_500;
  private static final int GAP_BETWEEN_LEVELS = 6;

  /**
   * The column of a level.
   *
   * @param x its left edge
   */
  public record Column(Level level, int x, int width) {}

  /**
   * All cells of a state.
   *
   * @param path an SVG path of squares
   */
  public record Cells(ModuleState state, String path) {}

  static LevelStrip of(List<Level> levels) {
    int modules = levels.stream().mapToInt(level -> level.modules().size()).sum();
    int cell = modules > FEW ? 5 : 12;
    int most = modules > FEW ? 60 : 20;
    int rows =
        Math.clamp(
            levels.stream().mapToInt(level -> level.modules().size()).max().orElse(1), 1, most);
    var columns = new ArrayList<Column>();
    var paths = new EnumMap<ModuleState, StringBuilder>(ModuleState.class);
    int x = 0;
    for (var level : levels) {
      int width = cell * Math.ceilDiv(level.modules().size(), rows);
      columns.add(new Column(level, x, width));
      draw(level, x, cell, rows, paths);
      x += width + GAP_BETWEEN_LEVELS;
    }
    var cells =
        paths.entrySet().stream()
            .map(entry -> new Cells(entry.getKey(), entry.getValue().toString()))
            .toList();
    return new LevelStrip(
        Math.max(1, x), rows * cell, cell, rows, GAP_BETWEEN_LEVELS, List.copyOf(columns), cells);
  }

  private static void draw(
      Level level, int left, int cell, int rows, Map<ModuleState, StringBuilder> paths) {
    int side = cell - 1;
    int place = 0;
    for (var module : level.modules()) {
      int x = left + cell * (place / rows);
      int y = cell * (place % rows);
      paths
          .computeIfAbsent(module.state(), _ -> new StringBuilder())
          .append('M')
          .append(x)
          .append(' ')
          .append(y)
          .append('h')
          .append(side)
          .append('v')
          .append(side)
          .append('h')
          .append(-side)
          .append('z');
      place++;
    }
  }
}
