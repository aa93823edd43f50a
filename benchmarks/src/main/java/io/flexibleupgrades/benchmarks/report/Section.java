package io.flexibleupgrades.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What one command measured. It is kept until the same command is run again, so that the report
 * always has the last figures of every command.
 *
 * @param command that measured it, below {@code benchmarks/}
 * @param lines Markdown
 * @param figures of the targets
 */
public record Section(
    String command, String title, List<String> lines, Map<Target, String> figures) {

  /**
   * Keeps it.
   *
   * @param arguments of the command
   */
  void keep(Path folder, List<String> arguments) throws IOException {
    Files.createDirectories(folder);
    var all = new ArrayList<String>();
    all.add("## " + title);
    all.add("");
    all.add("%s, with `benchmarks/%s`.".formatted(LocalDate.now(ZoneOffset.UTC), line(arguments)));
    all.add("");
    all.addAll(lines);
    Files.write(folder.resolve(command + ".md"), all);
    var kept = new Properties();
    figures.forEach((target, figure) -> kept.setProperty(target.name(), figure));
    try (var out = Files.newBufferedWriter(folder.resolve(command + ".properties"))) {
      kept.store(out, null);
    }
  }

  private String line(List<String> arguments) {
    return arguments.isEmpty() ? command : command + " " + String.join(" ", arguments);
  }
}
