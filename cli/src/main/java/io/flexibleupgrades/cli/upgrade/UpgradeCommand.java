package io.flexibleupgrades.cli.upgrade;

import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.connection.EnvironmentOption;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.PlatformVersion;
import java.util.Optional;
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
      description = "Start without asking, and confirm the tasks of an on-premises environment.")
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
      var upgrade = attachedOrStarted(connection, name);
      if (upgrade.isEmpty()) {
        terminal.say("Nothing is started.");
        return ExitCode.ERROR;
      }
      terminal.say(
          upgrade.get().alreadyStarted()
              ? "This upgrade is in progress already; nothing new is started."
              : "Upgrade of %s to %s is started.".formatted(name, to));
      var end = conduct(connection, name, upgrade.get());
      if (output.isJson()) {
        terminal.json().print(end.json());
      }
      return end.state().exitCode();
    }
  }

  private Optional<StartedUpgrade> attachedOrStarted(Connection connection, EnvironmentName name) {
    if (!yes) {
      var before = connection.orchestrator().get(ApiPath.of("environments", name));
      var attached = StartedUpgrade.inProgress(connection, name, before, to);
      if (attached.isPresent()) {
        return attached;
      }
      if (!new StartDialogue(session.terminal()).agrees(name, before, to)) {
        return Optional.empty();
      }
    }
    return Optional.of(StartedUpgrade.start(connection, name, to, session.userName()));
  }

  private UpgradeStatus conduct(
      Connection connection, EnvironmentName name, StartedUpgrade upgrade) {
    var terminal = session.terminal();
    var followed =
        new FollowedUpgrade(
            connection,
            name,
            Optional.of(upgrade.id()),
            StandstillNotice.ofPauses(terminal, name),
            terminal);
    UpgradeStatus reached;
    try (var _ = LeavingNotice.ofUpgrade(terminal, name)) {
      reached = followed.untilConfirmationOrEnd();
    }
    if (reached.state() != UpgradeState.AWAITING_CONFIRMATION) {
      return reached;
    }
    var steered = new SteeredUpgrade(connection, upgrade.id(), session.userName());
    return new Confirmation(steered, name, to, terminal).conduct(followed, reached, yes);
  }
}
