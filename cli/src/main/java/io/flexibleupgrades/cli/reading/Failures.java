package io.flexibleupgrades.cli.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.terminal.Colour;
import io.flexibleupgrades.cli.terminal.Line;
import io.flexibleupgrades.cli.upgrade.UpgradeStatus;
import io.flexibleupgrades.events.EnvironmentName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The failed and the skipped modules of an environment's latest upgrade. */
public final class Failures {
  private static final int DIAGNOSTICS_SHOWN = 3;

  private Failures() {}

  /** Gives every failure to the receiver, until that returns false. */
  static void forEach(Connection connection, UpgradeStatus status, Predicate<JsonNode> receiver) {
    status
        .upgradeId()
        .ifPresent(upgrade ->
            new Pages(connection.serviceCenter())
                .forEach(ApiPath.of("upgrades", upgrade, "errors"), receiver));
  }

  /** Returns all failures. */
  public static List<JsonNode> ofLatest(Connection connection, UpgradeStatus status) {
    var failures = new ArrayList<JsonNode>();
    forEach(connection, status, failures::add);
    return failures;
  }

  /** Returns the skipped modules, each with the failed producers that hold it back. */
  public static List<Line> skipped(Connection connection, EnvironmentName environment) {
    var lines = new ArrayList<Line>();
    new Pages(connection.serviceCenter())
        .forEach(
            ApiPath.of("environments", environment, "modules").with("state", "skipped"),
            module ->
                lines.add(
                    Line.of(Colour.YELLOW, module.path("name").asText())
                        .plus("  because of " + Fields.texts(module, "failedProducers"))));
    return lines;
  }

  /** Returns a failure in a few lines: the module, what it holds back, its first diagnostics. */
  public static List<Line> summary(JsonNode failure) {
    var lines = new ArrayList<Line>();
    int heldBack = failure.path("heldBack").asInt();
    lines.add(
        Line.of(Colour.BOLD, failure.path("module").asText())
            .plus("  ")
            .plus(Colour.RED, failure.path("kind").asText())
            .plus(
                heldBack == 1
                    ? "  holds back 1 module"
                    : "  holds back %d modules".formatted(heldBack)));
    lines.addAll(firstDiagnostics(failure));
    return lines;
  }

  /** Returns a failed module's first errors, or the beginning of its log if it has none. */
  public static List<Line> firstDiagnostics(JsonNode failure) {
    var errors =
        failure
            .path("diagnostics")
            .valueStream()
            .filter(diagnostic -> diagnostic.path("kind").asText().equals("error"))
            .limit(DIAGNOSTICS_SHOWN)
            .map(diagnostic -> Line.of("  ").plus(DiagnosticText.summary(diagnostic)))
            .toList();
    return errors.isEmpty()
        ? failure
            .path("log")
            .asText("")
            .lines()
            .limit(DIAGNOSTICS_SHOWN)
            .map(line -> Line.of("  " + line))
            .toList()
        : errors;
  }
}
