package io.flexibleupgrades.cli.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.command.WrongUsageException;
import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.PlatformVersion;
import java.util.Locale;
import java.util.Set;

/** What an upgrade will do, and the question whether to start it. */
final class StartDialogue {
  private static final Set<String> YES = Set.of("y", "yes");

  private final Terminal terminal;

  StartDialogue(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Returns whether the operator wants the upgrade. */
  boolean agrees(EnvironmentName name, JsonNode environment, PlatformVersion to) {
    if (!terminal.canAsk()) {
      throw new WrongUsageException(
          "There is no terminal to ask on. Pass --yes to start the upgrade of %s to %s."
              .formatted(name, to));
    }
    terminal.say(
        "Environment %s (%s, edition %s) on platform %s is upgraded to %s:"
            .formatted(
                name,
                environment.path("kind").asText(),
                environment.path("edition").asText(),
                environment.path("platform").path("version").asText(),
                to));
    terminal.say("  1. The platform is upgraded.");
    int modules = environment.path("modules").asInt();
    if (environment.path("kind").asText().equals(EnvironmentKind.ON_PREMISES.toString())) {
      terminal.say(
          "  2. Its %d modules wait until you agree to their preparation.".formatted(modules));
    } else {
      terminal.say(
          "  2. Its %d modules are prepared: compiled with %s. Nothing is deployed."
              .formatted(modules, to));
    }
    terminal.say("Publishing is refused until that has ended.");
    return terminal
        .ask("Start? [y/N]")
        .map(answer -> answer.strip().toLowerCase(Locale.ROOT))
        .filter(YES::contains)
        .isPresent();
  }
}
