package io.flexibleupgrades.cli.preparation;

import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.upgrade.SteeredUpgrade;
import picocli.CommandLine.Command;

/** {@code flexup resume}. */
@Command(name = "resume", description = "Lets a paused preparation go on.")
public final class ResumeCommand extends SteeringCommand {
  public ResumeCommand(Session session) {
    super(session);
  }

  @Override
  SteeredUpgrade.Answer ask(SteeredUpgrade upgrade) {
    return upgrade.resume();
  }
}
