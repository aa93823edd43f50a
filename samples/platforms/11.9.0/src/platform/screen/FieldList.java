package platform.screen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import platform.text.TextFormat;

/** A block with one labelled value per line. */
public final class FieldList implements Block {
  private final Map<String, String> fields = new LinkedHashMap<>();

  /** Adds a line. */
  public FieldList field(String label, Object value) {
    fields.put(label, String.valueOf(value));
    return this;
  }

  @Override
  public List<String> lines() {
    int width = fields.keySet().stream().mapToInt(String::length).max().orElse(0);
    return fields.entrySet().stream()
        .map(e -> TextFormat.padRight(e.getKey(), width) + "  " + e.getValue())
        .toList();
  }
}
