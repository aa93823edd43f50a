package io.flexibleupgrades.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * {@code docs/performance.md}: the targets, then what each command measured.
 *
 * @param kept folder of what the commands measured
 */
public record Report(Path kept) {
  private static final List<String> COMMANDS =
      List.of("compare", "profile", "events", "pages", "micro");
  private static final String INTRODUCTION =
      """
      # Performance

      Written by the commands in `benchmarks/`, never by hand. What is compared was measured side \
      by side in one run, in turns. A ratio is the median of the ratios of the rounds, with the \
      least and the greatest in parentheses.
      """;

  /** Returns the report of this checkout. */
  public static Report ofCheckout() {
    return new Report(Path.of("target", "results").toAbsolutePath());
  }

  /**
   * Keeps a section and writes the report anew.
   *
   * @param arguments of the command that measured the section
   */
  public void write(Section section, List<String> arguments, Path file) throws IOException {
    section.keep(kept, arguments);
    var lines = new ArrayList<String>();
    lines.addAll(INTRODUCTION.lines().toList());
    lines.addAll(List.of("", "Machine: " + Machine.sentence() + ".", "", "## Targets", ""));
    lines.addAll(List.of("| what | target | measured |", "|---|---|---|"));
    var figures = figures();
    for (var target : Target.values()) {
      lines.add(target.row(figures.getOrDefault(target, target.missing())));
    }
    for (var command : COMMANDS) {
      lines.add("");
      lines.addAll(lines(command));
    }
    while (lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, lines);
  }

  private List<String> lines(String command) throws IOException {
    var file = kept.resolve(command + ".md");
    return Files.exists(file) ? Files.readAllLines(file) : Collections.emptyList();
  }

  private Map<Target, String> figures() throws IOException {
    var figures = new EnumMap<Target, String>(Target.class);
    for (var command : COMMANDS) {
      var file = kept.resolve(command + ".properties");
      if (Files.exists(file)) {
        var told = new Properties();
        try (var in = Files.newBufferedReader(file)) {
          told.load(in);
        }
        for (var name : told.stringPropertyNames()) {
          figures.put(Target.valueOf(name), told.getProperty(name));
        }
      }
    }
    return figures;
  }
}
