package io.flexibleupgrades.cli.terminal;

import java.util.List;
import java.util.Map;

/**
 * What the three standard streams are connected to.
 *
 * @param asks a person can be asked: standard input and standard error are a terminal
 * @param outputColumns columns of the terminal that shows standard output; unlimited if it is none
 * @param progressColumns columns of the terminal that shows standard error; 0 if it is none
 * @param outputColours whether standard output is shown in colours
 * @param progressColours whether standard error is shown in colours
 */
public record Abilities(
    boolean asks,
    int outputColumns,
    int progressColumns,
    boolean outputColours,
    boolean progressColours) {
  /** Streams that no person looks at. */
  public static final Abilities NONE = new Abilities(false, Integer.MAX_VALUE, 0, false, false);

  private static final int USUAL_COLUMNS = 80;
  private static final int FEWEST_COLUMNS = 40;

  /**
   * Returns the abilities of this process.
   *
   * @param streams those of {@code in}, {@code out} and {@code err} that are a terminal
   */
  public static Abilities of(List<String> streams, Map<String, String> variables) {
    boolean dumb = variables.getOrDefault("TERM", "dumb").equals("dumb");
    boolean colours = !dumb && variables.getOrDefault("NO_COLOR", "").isEmpty();
    boolean output = streams.contains("out");
    boolean progress = streams.contains("err");
    int columns = columns(variables.getOrDefault("COLUMNS", ""));
    return new Abilities(
        streams.contains("in") && progress,
        output ? columns : Integer.MAX_VALUE,
        progress && !dumb ? columns : 0,
        output && colours,
        progress && colours);
  }

  private static int columns(String text) {
    return text.matches("\\d{1,4}")
        ? Math.max(FEWEST_COLUMNS, Integer.parseInt(text))
        : USUAL_COLUMNS;
  }
}
