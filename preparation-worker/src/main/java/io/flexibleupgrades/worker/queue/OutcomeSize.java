package io.flexibleupgrades.worker.queue;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.events.PrepareOutcome.Result;
import io.flexibleupgrades.events.PrepareOutcome.Skipped;
import java.util.List;

/** Keeps an outcome below the size that a broker takes: a large cycle can say a lot at once. */
final class OutcomeSize {
  static final int MOST_BYTES = 900_000;
  private static final String CUT = "\nThe rest is not shown: the unit's output is too long.\n";

  private OutcomeSize() {}

  /** Returns the outcome, with as much of the compiler's output as fits. */
  static PrepareOutcome fitting(MessageCodec codec, PrepareOutcome outcome) {
    var fitting = outcome;
    int most = CompilerOutput.MOST_DIAGNOSTICS;
    while (codec.payload(fitting).length > MOST_BYTES && most > 0) {
      most /= 2;
      fitting = cut(outcome, most);
    }
    return fitting;
  }

  private static PrepareOutcome cut(PrepareOutcome outcome, int most) {
    return new PrepareOutcome(
        outcome.upgradeId(),
        outcome.environment(),
        outcome.unit(),
        outcome.attempt(),
        outcome.platform(),
        outcome.worker(),
        outcome.results().stream().map(result -> cut(result, most)).toList());
  }

  private static Result cut(Result result, int most) {
    return switch (result) {
      case Prepared prepared ->
          new Prepared(
              prepared.module(),
              prepared.artifact(),
              prepared.artifactBytes(),
              prepared.compileTime(),
              cut(prepared.output(), most));
      case Failed failed -> new Failed(failed.module(), failed.kind(), cut(failed.output(), most));
      case Skipped skipped -> skipped;
    };
  }

  private static CompilerOutput cut(CompilerOutput output, int most) {
    List<Diagnostic> kept =
        output.diagnostics().subList(0, Math.min(most, output.diagnostics().size()));
    int longest = most * CompilerOutput.MOST_LOG_BYTES / CompilerOutput.MOST_DIAGNOSTICS / 4;
    var log =
        output.log().length() <= longest ? output.log() : output.log().substring(0, longest) + CUT;
    return new CompilerOutput(kept, output.errors(), output.warnings(), log);
  }
}
