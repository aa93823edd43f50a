package platform.screen;

import java.util.ArrayList;
import java.util.List;

/** A screen of an application: a title and blocks below each other. */
public final class Screen {
  private final String title;
  private final List<Block> blocks = new ArrayList<>();

  private Screen(String title) {
    this.title = title;
  }

  /** A screen without blocks. */
  public static Screen titled(String title) {
    return new Screen(title);
  }

  /** Adds a block at the end. */
  public Screen add(Block block) {
    blocks.add(block);
    return this;
  }

  /** Adds a line of text at the end. */
  public Screen text(String line) {
    return add(() -> List.of(line));
  }

  /** The screen as text, one line after the other. */
  public String toText() {
    return String.join("\n", lines());
  }

  /** The screen's lines, the title first. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("== " + title + " ==");
    blocks.forEach(block -> lines.addAll(block.lines()));
    return List.copyOf(lines);
  }
}
