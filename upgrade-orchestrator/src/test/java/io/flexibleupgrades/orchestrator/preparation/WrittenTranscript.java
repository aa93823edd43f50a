package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.events.PrepareOutcome.Result;
import io.flexibleupgrades.events.PrepareOutcome.Skipped;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Enlist;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.FinishPlatformUpgrade;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Recover;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Reopen;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Report;
import org.jspecify.annotations.Nullable;

/** Tells a simulated run as people read it: a line for a command, and one for what it decided. */
final class WrittenTranscript extends Transcript {
  private final StringBuilder text = new StringBuilder();

  WrittenTranscript(SimulatedFactory factory) {
    text.append(factory.purpose()).append(" of ").append(factory.modules().size());
    text.append(" modules\n");
    factory.modules().forEach(module -> text.append("  ").append(module).append('\n'));
  }

  @Override
  void decided(PreparationCommand command, Decision decision) {
    text.append(told(command)).append('\n');
    for (var event : decision.events()) {
      text.append("    -> ").append(Told.of(event)).append('\n');
    }
    if (decision.broken() != null) {
      text.append("    -> rejected: ").append(decision.broken()).append('\n');
    }
  }

  @Override
  void note(String what, @Nullable PreparationCommand command) {
    text.append(what).append(command == null ? "" : told(command)).append('\n');
  }

  private static String told(PreparationCommand command) {
    return switch (command) {
      case Enlist _ -> "Enlist";
      case Report(var outcome) ->
          "Report %s #%d %s%s"
              .formatted(
                  outcome.unit(),
                  outcome.attempt(),
                  outcome.results().stream().map(WrittenTranscript::told).toList(),
                  outcome.platform().equals(Story.NEW.digest()) ? "" : " with another platform");
      case FinishPlatformUpgrade(_, _, boolean startsByItself) ->
          startsByItself ? "FinishPlatformUpgrade" : "FinishPlatformUpgrade on premises";
      case Recover recover -> "Recover " + recover.module();
      case Reopen reopen ->
          "Reopen " + reopen.modules().stream().map(WrittenTranscript::told).toList();
      default -> command.toString();
    };
  }

  private static String told(EnlistedModule module) {
    return module.module() + (module.producers().isEmpty() ? "" : " of " + module.producers());
  }

  private static String told(Result result) {
    return switch (result) {
      case Prepared prepared -> "prepared " + prepared.module();
      case Failed failed -> "failed %s %s".formatted(failed.module(), failed.kind());
      case Skipped skipped -> "skipped " + skipped.module();
    };
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
