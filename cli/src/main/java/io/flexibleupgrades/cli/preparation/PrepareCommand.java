package io.flexibleupgrades.cli.preparation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexibleupgrades.cli.command.Arguments;
import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.connection.EnvironmentOption;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.cli.upgrade.FollowedUpgrade;
import io.flexibleupgrades.cli.upgrade.LeavingNotice;
import io.flexibleupgrades.cli.upgrade.StandstillNotice;
import io.flexibleupgrades.cli.upgrade.SteeredUpgrade;
import io.flexibleupgrades.cli.upgrade.UpgradeStatus;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flexup prepare}. */
@Command(
    name = "prepare",
    description = "Prepares again what the latest upgrade left failed, skipped or cancelled.")
@SuppressWarnings("NullAway.Init")
public final class PrepareCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..*",
      paramLabel = "MODULE",
      description = "Only these modules (default: all that are not prepared).")
  private List<String> modules = List.of();

  @Option(names = "--reason", paramLabel = "R", description = "Why; kept in the history.")
  private @Nullable String reason;

  @Option(names = "--no-wait", description = "Return as soon as it is started.")
  private boolean noWait;

  @Mixin private EnvironmentOption environment;
  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public PrepareCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var terminal = session.terminal();
    var named = Arguments.parse(modules, ModuleId::new);
    var because = Optional.ofNullable(reason);
    try (var connection = system.connect(session)) {
      var name = environment.name(connection);
      var upgrade = SteeredUpgrade.latest(connection, name, session.userName());
      if (noWait) {
        return answered(upgrade.prepare(named, because), ExitCode.OK);
      }
      var statusBefore = UpgradeStatus.of(connection, name);
      var before = ModuleStates.of(connection, name);
      var answer = upgrade.prepare(named, because);
      if (!answer.changed() && answer.state().isEnd()) {
        return answered(answer, answer.state().exitCode());
      }
      terminal.say(answer.message());
      var end = follow(connection, name, upgrade, answer.changed() ? statusBefore.sequence() : -1);
      var outcomes = before.outcomes(ModuleStates.of(connection, name), named);
      if (output.isJson()) {
        var json = end.json().<ObjectNode>deepCopy();
        json.set("modules", outcomes.json());
        terminal.json().print(json);
      } else {
        outcomes.print(terminal);
      }
      return end.state().exitCode();
    }
  }

  private int answered(SteeredUpgrade.Answer answer, int exitCode) {
    if (output.isJson()) {
      session.terminal().json().print(answer.json());
    } else {
      session.terminal().print(answer.message());
    }
    return exitCode;
  }

  private UpgradeStatus follow(
      Connection connection, EnvironmentName name, SteeredUpgrade upgrade, long after) {
    var terminal = session.terminal();
    try (var _ = LeavingNotice.ofUpgrade(terminal, name)) {
      return new FollowedUpgrade(
              connection,
              name,
              Optional.of(upgrade.id()),
              StandstillNotice.ofAll(terminal, name),
              terminal)
          .untilEndAfter(after);
    }
  }
}
