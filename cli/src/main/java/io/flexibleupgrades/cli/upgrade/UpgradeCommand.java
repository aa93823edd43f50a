package io.flexibleupgrades.cli.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.command.WrongUsageException;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.connection.EnvironmentOption;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.PlatformVersion;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flexup upgrade}: the configuration tool. */
@Command(
    name = "upgrade",
    description = "Upgrades an environment's platform and prepares its modules.")
@SuppressWarnings("NullAway.Init")
public final class UpgradeCommand implements Callable<Integer> {
  private static final Duration NO_LIMIT = Duration.ofDays(3650);
  private static final Set<String> YES = Set.of("y", "yes");

  private final Session session;

  @Mixin private EnvironmentOption environment;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "VERSION",
      description = "The platform version to upgrade to; pushed before.")
  private PlatformVersion to;

  @Option(
      names = {"-y", "--yes"},
      description = "Start without asking.")
  private boolean yes;

  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public UpgradeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var terminal = session.terminal();
    try (var connection = system.connect(session)) {
      var name = environment.name(connection);
      var before = connection.orchestrator().get(ApiPath.of("environments", name));
      if (!yes && !confirmed(name, before)) {
        terminal.say("Nothing is started.");
        return ExitCode.ERROR;
      }
      var upgrade = StartedUpgrade.start(connection, name, to, session.userName());
      terminal.say(
          upgrade.alreadyStarted()
              ? "This upgrade is in progress already; nothing new is started."
              : "Upgrade of %s to %s is started.".formatted(name, to));
      return follow(connection, name, upgrade);
    }
  }

  private boolean confirmed(EnvironmentName name, JsonNode before) {
    var terminal = session.terminal();
    if (!terminal.canAsk()) {
      throw new WrongUsageException(
          "There is no terminal to ask on. Pass --yes to start the upgrade of %s to %s."
              .formatted(name, to));
    }
    terminal.say(
        "Environment %s (%s, edition %s) on platform %s is upgraded to %s:"
            .formatted(
                name,
                before.path("kind").asText(),
                before.path("edition").asText(),
                before.path("platform").path("version").asText(),
                to));
    terminal.say("  1. The platform is upgraded.");
    if (before.path("kind").asText().equals(EnvironmentKind.ON_PREMISES.toString())) {
      terminal.say(
          "  2. Its %d modules wait until their preparation is confirmed."
              .formatted(before.path("modules").asInt()));
    } else {
      terminal.say(
          "  2. Its %d modules are prepared: compiled with %s. Nothing is deployed."
              .formatted(before.path("modules").asInt(), to));
    }
    terminal.say("Publishing is refused until that has ended.");
    return terminal
        .ask("Start? [y/N]")
        .map(answer -> answer.strip().toLowerCase(Locale.ROOT))
        .filter(YES::contains)
        .isPresent();
  }

  private int follow(Connection connection, EnvironmentName name, StartedUpgrade upgrade) {
    var terminal = session.terminal();
    var view = new ProgressView(terminal);
    try (var _ = new LeavingNotice(terminal, name)) {
      var end =
          new Follower(connection, name, terminal)
              .await(
                  status -> upgrade.isSubjectOf(status) && isWaitedFor(status.state()),
                  NO_LIMIT,
                  status -> {
                    if (upgrade.isSubjectOf(status)) {
                      view.show(status);
                    }
                  })
              .orElseThrow();
      terminal.endLive();
      if (end.state() == UpgradeState.AWAITING_CONFIRMATION) {
        terminal.say(
            "The platform is upgraded. The modules of this on-premises environment are not"
                + " prepared: their preparation awaits the operator's confirmation.");
      }
      if (output.isJson()) {
        terminal.json().print(end.json());
      }
      return end.state().exitCode();
    }
  }

  private static boolean isWaitedFor(UpgradeState state) {
    return state.isEnd() || state == UpgradeState.AWAITING_CONFIRMATION;
  }
}
