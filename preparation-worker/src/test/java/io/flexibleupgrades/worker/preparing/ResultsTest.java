package io.flexibleupgrades.worker.preparing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.PrepareOutcome.Skipped;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final ModuleId A = new ModuleId("A");
  private static final ModuleId B = new ModuleId("B");
  private static final Digest SOURCE = Digest.of(new byte[0]);

  @Test
  @DisplayName("B17: in a cycle members with errors fail, and the others are skipped for them")
  void membersWithErrorsFailAndTheOthersAreSkipped() {
    var request = Requests.of(Requests.module("A", SOURCE), Requests.module("B", SOURCE));
    var output = new CompilerOutput(List.of(), 1, 0, "error");

    var results = Results.failed(request, Map.of(B, output));

    assertThat(results)
        .containsExactly(new Skipped(A, List.of(B)), new Failed(B, FailureKind.COMPILE, output));
    assertThat(Results.summary(results)).isEqualTo("failed,skipped");
  }

  @Test
  @DisplayName("B41: a module without a source fails alone and says what to do")
  void aModuleWithoutSourceHasADefect() {
    var request = Requests.of(Requests.module("A", null), Requests.module("B", SOURCE));

    var defects = Results.defects(request);

    assertThat(defects).containsOnlyKeys(A);
    assertThat(defects.get(A))
        .satisfies(output -> {
          assertThat(output.diagnostics().getFirst().code()).isEqualTo("flexup.source-missing");
          assertThat(output.log()).contains("import it again");
        });
  }

  @Test
  void theDefectOfARequestIsTheDiagnosticsMessage() {
    var request = Requests.of(Requests.defective("A", "Unknown producer 'X'."));

    assertThat(Results.defects(request).get(A))
        .satisfies(output -> {
          assertThat(output.diagnostics().getFirst().code()).isEqualTo("flexup.defect");
          assertThat(output.diagnostics().getFirst().message()).isEqualTo("Unknown producer 'X'.");
        });
  }
}
