package platform.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

  /**
   * The screen as text, one line after the other.
   *
   * @deprecated use {@link #render}, which limits the width
   */
  @Deprecated(since = "11.9.0")
  public String toText() {
    return String.join("\n", lines());
  }

  /** The screen as text, each line cut to a width. */
  public String render(int width) {
    return lines().stream()
        .map(line -> line.length() <= width ? line : line.substring(0, width))
        .collect(Collectors.joining("\n"));
  }

  /** The screen's lines, the title first. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("== " + title + " ==");
    blocks.forEach(block -> lines.addAll(block.lines()));
    return List.copyOf(lines);
  }
}
