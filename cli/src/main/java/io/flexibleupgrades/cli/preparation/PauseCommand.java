package io.flexibleupgrades.cli.preparation;

import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.command.WrongUsageException;
import io.flexibleupgrades.cli.upgrade.SteeredUpgrade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code flexup pause}. */
@Command(
    name = "pause",
    description = "Lets the running compiles of a preparation finish and begins no more.")
@SuppressWarnings("NullAway.Init")
public final class PauseCommand extends SteeringCommand {
  @Option(
      names = "--reason",
      required = true,
      paramLabel = "R",
      description = "Why; shown to everybody until the preparation goes on.")
  private String reason;

  public PauseCommand(Session session) {
    super(session);
  }

  @Override
  SteeredUpgrade.Answer ask(SteeredUpgrade upgrade) {
    if (reason.isBlank()) {
      throw new WrongUsageException("--reason needs a text that says why.");
    }
    return upgrade.pause(reason);
  }
}
