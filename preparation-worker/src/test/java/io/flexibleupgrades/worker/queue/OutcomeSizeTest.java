package io.flexibleupgrades.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.DiagnosticKind;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.PrepareOutcome.Result;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.WorkerName;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutcomeSizeTest {
  private final MessageCodec codec = new MessageCodec();

  @Test
  void cutsTheOutputOfALargeCycleUntilTheBrokerTakesIt() {
    var fitting = OutcomeSize.fitting(codec, outcome(40));

    assertThat(codec.payload(fitting).length).isLessThanOrEqualTo(OutcomeSize.MOST_BYTES);
    assertThat(fitting.results()).hasSize(40).allMatch(OutcomeSizeTest::saysWhatWasCut);
  }

  @Test
  void leavesAnOutcomeThatFitsAsItIs() {
    var outcome = outcome(1);

    assertThat(OutcomeSize.fitting(codec, outcome)).isEqualTo(outcome);
  }

  private static boolean saysWhatWasCut(Result result) {
    return result instanceof Failed failed
        && failed.output().errors() == 200
        && failed.output().log().contains("The rest is not shown");
  }

  private static PrepareOutcome outcome(int members) {
    var diagnostic =
        new Diagnostic(DiagnosticKind.ERROR, "code", "A.java", 1, 1, "x".repeat(1_000), "line");
    var output =
        new CompilerOutput(Collections.nCopies(200, diagnostic), 200, 0, "y".repeat(64 * 1024));
    List<Result> results =
        IntStream.range(0, members)
            .mapToObj(i -> new ModuleId("M" + i))
            .map(module -> (Result) new Failed(module, FailureKind.COMPILE, output))
            .toList();
    return new PrepareOutcome(
        new UpgradeId(UUID.randomUUID()),
        new EnvironmentName("prod"),
        new UnitId("M0"),
        1,
        Digest.of(new byte[0]),
        new WorkerName("w"),
        results);
  }
}
