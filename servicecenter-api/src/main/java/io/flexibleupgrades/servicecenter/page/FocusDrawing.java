package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.servicecenter.focus.FocusGraph;
import io.flexibleupgrades.servicecenter.focus.FocusGraph.Near;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The modules near one as they are drawn: producers to the left, one column for each step.
 *
 * @param width in pixels, as {@code height}
 */
public record FocusDrawing(int width, int height, List<Box> boxes, List<Line> lines, boolean cut) {
  static final int BOX_WIDTH = 190;
  static final int BOX_HEIGHT = 24;
  private static final int COLUMN = BOX_WIDTH + 60;
  private static final int ROW = BOX_HEIGHT + 8;
  private static final int LONGEST_LABEL = 22;

  /**
   * A module.
   *
   * @param label its name, cut if it is too long for the box
   */
  public record Box(Near near, String label, int x, int y) {
    public boolean isFocus() {
      return near.distance() == 0;
    }

    /** Returns where the label's line of writing is. */
    public int baseline() {
      return y + BOX_HEIGHT - 8;
    }
  }

  /** What leads from a producer to its consumer, as an SVG path. */
  public record Line(String path) {}

  static FocusDrawing of(FocusGraph graph) {
    var columns =
        graph.modules().stream()
            .collect(Collectors.groupingBy(Near::distance, TreeMap::new, Collectors.toList()));
    int rows = columns.values().stream().mapToInt(List::size).max().orElse(0);
    var boxes = new LinkedHashMap<ModuleId, Box>();
    int x = 0;
    for (var column : columns.values()) {
      int y = (rows - column.size()) * ROW / 2;
      for (var near : column) {
        boxes.put(near.module(), new Box(near, label(near.module()), x, y));
        y += ROW;
      }
      x += COLUMN;
    }
    return new FocusDrawing(
        Math.max(1, x - COLUMN + BOX_WIDTH),
        Math.max(1, rows * ROW),
        List.copyOf(boxes.values()),
        lines(graph, boxes),
        graph.cut());
  }

  private static List<Line> lines(FocusGraph graph, Map<ModuleId, Box> boxes) {
    var lines = new ArrayList<Line>();
    for (var edge : graph.edges()) {
      var producer = boxes.get(edge.producer());
      var consumer = boxes.get(edge.module());
      if (producer != null && consumer != null) {
        lines.add(new Line(curve(producer, consumer)));
      }
    }
    return lines;
  }

  private static String curve(Box producer, Box consumer) {
    int fromX = producer.x() + BOX_WIDTH;
    int fromY = producer.y() + BOX_HEIGHT / 2;
    int toX = consumer.x();
    int toY = consumer.y() + BOX_HEIGHT / 2;
    int bend = Math.max(30, Math.abs(toX - fromX) / 2);
    return "M%d %dC%d %d %d %d %d %d"
        .formatted(fromX, fromY, fromX + bend, fromY, toX - bend, toY, toX, toY);
  }

  private static String label(ModuleId module) {
    var name = module.value();
    if (name.codePointCount(0, name.length()) <= LONGEST_LABEL) {
      return name;
    }
    return name.substring(0, name.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
  }
}
