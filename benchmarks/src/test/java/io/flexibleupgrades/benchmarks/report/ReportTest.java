package io.flexibleupgrades.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir private Path folder;

  @Test
  void keepsWhatOtherCommandsMeasuredAndSaysWhatIsMissing() throws Exception {
    var file = folder.resolve("docs/performance.md");
    var report = new Report(folder.resolve("kept"));

    report.write(section("compare", Target.FRESH_TO_MAVEN, "0.58"), List.of("--rounds=5"), file);
    report.write(section("micro", Target.PLAN, "120 ms"), List.of(), file);

    assertThat(file)
        .content()
        .contains("| ≤ 0.60 | 0.58 |")
        .contains("| ≤ 1 s | 120 ms |")
        .contains("`benchmarks/events` was not run")
        .contains("with `benchmarks/compare --rounds=5`.")
        .containsSubsequence("## Targets", "## of compare", "## of micro");
  }

  private static Section section(String command, Target target, String figure) {
    return new Section(command, "of " + command, List.of("Some lines."), Map.of(target, figure));
  }
}
