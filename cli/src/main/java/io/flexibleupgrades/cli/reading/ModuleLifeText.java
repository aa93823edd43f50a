package io.flexibleupgrades.cli.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.terminal.Colour;
import io.flexibleupgrades.cli.terminal.Line;
import io.flexibleupgrades.cli.terminal.Terminal;

/** What a module went through besides one upgrade: its settings, publishes and all upgrades. */
final class ModuleLifeText {
  private ModuleLifeText() {}

  static void print(JsonNode module, Terminal terminal) {
    printSettings(module, terminal);
    printPublishes(module, terminal);
    printUpgrades(module, terminal);
  }

  private static void printSettings(JsonNode module, Terminal terminal) {
    var settings = module.path("settings");
    if (settings.isEmpty()) {
      return;
    }
    terminal.print(
        Line.of(Colour.BOLD, "Settings")
            .plus("  version " + Fields.text(module, "settingsVersion")));
    for (var setting : settings) {
      terminal.print(
          "  %s=%s".formatted(setting.path("key").asText(), setting.path("value").asText()));
    }
  }

  private static void printPublishes(JsonNode module, Terminal terminal) {
    if (module.path("publishes").isEmpty()) {
      return;
    }
    terminal.print(Line.of(Colour.BOLD, "Publishes"));
    for (var publish : module.path("publishes")) {
      var state = publish.path("state").asText();
      terminal.print(
          Line.of("  " + Fields.time(publish, "at") + "  ")
              .plus(Colour.ofState(state), state)
              .plus(
                  "  %s, by %s, %s: %s"
                      .formatted(
                          Fields.text(publish, "platform"),
                          Fields.text(publish, "requestedBy"),
                          publish.hasNonNull("reused") ? "artifact reused" : "compiled",
                          Fields.text(publish, "reason"))));
    }
  }

  private static void printUpgrades(JsonNode module, Terminal terminal) {
    if (module.path("upgrades").isEmpty()) {
      return;
    }
    terminal.print(Line.of(Colour.BOLD, "Upgrades"));
    for (var upgrade : module.path("upgrades")) {
      var state = upgrade.path("state").asText();
      terminal.print(
          Line.of("  to %s  ".formatted(Fields.text(upgrade, "to")))
              .plus(Colour.ofState(state), state));
    }
  }
}
