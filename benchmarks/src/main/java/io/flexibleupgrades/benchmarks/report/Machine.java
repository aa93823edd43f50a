package io.flexibleupgrades.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were measured on, without the machine's name. */
final class Machine {
  private Machine() {}

  static String sentence() throws IOException {
    return "%d cores (%s), %s of memory, %s %s, %s, JDK %s (%s)"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            field("/proc/cpuinfo", "model name"),
            gibibytes(field("/proc/meminfo", "MemTotal")),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            system(),
            Runtime.version(),
            System.getProperty("java.vendor"));
  }

  private static String field(String file, String name) throws IOException {
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    }
  }

  private static String gibibytes(String kibibytes) {
    var digits = kibibytes.replaceAll("\\D", "");
    return digits.isEmpty() ? "unknown" : "%.0f GiB".formatted(Long.parseLong(digits) / 1048576.0);
  }

  private static String system() throws IOException {
    var file = Path.of("/etc/os-release");
    if (!Files.exists(file)) {
      return "unknown system";
    }
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("PRETTY_NAME="))
          .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
          .findFirst()
          .orElse("unknown system");
    }
  }
}
