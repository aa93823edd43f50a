package io.flexibleupgrades.cli.preparation;

import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.upgrade.SteeredUpgrade;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code flexup cancel}. */
@Command(
    name = "cancel",
    description = "Ends a preparation: what is settled stays, the other modules are cancelled.")
public final class CancelCommand extends SteeringCommand {
  @Option(names = "--reason", paramLabel = "R", description = "Why; kept in the history.")
  private @Nullable String reason;

  public CancelCommand(Session session) {
    super(session);
  }

  @Override
  SteeredUpgrade.Answer ask(SteeredUpgrade upgrade) {
    return upgrade.cancel(Optional.ofNullable(reason));
  }
}
