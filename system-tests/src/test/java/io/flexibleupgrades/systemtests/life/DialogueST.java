package io.flexibleupgrades.systemtests.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The configuration tool in a real terminal; what it showed is kept in target/terminals. */
@ExtendWith(SharedSystem.class)
class DialogueST {
  private static final String TASK_1 = "1. Publishing the latest version of Service Center";
  private static final String TASK_2 = "2. Publishing the latest version of System Components";
  private static final String TASK_3 = "3. Prepare modules";

  private final RunningSystem system;

  DialogueST(RunningSystem system) {
    this.system = system;
  }

  @Test
  @DisplayName("B10: Cancel starts none of the three tasks, and says that nothing is prepared")
  void cancelStartsNothing() throws Exception {
    OnPremises.create(system, "cancelled");

    try (var terminal = upgrade("cancelled", "cancel")) {
      terminal.await("Start? [y/N]");
      terminal.type("y\r");
      assertThat(terminal.await("OK / Cancel")).contains(TASK_1, TASK_2, TASK_3);
      terminal.type("Cancel\r");

      assertThat(terminal.awaitEnd()).isEqualTo(1);
      assertThat(terminal.shown())
          .contains("The modules of environment cancelled are not prepared");
    }
    assertThat(status("cancelled")).contains("cancelled", "\"prepared\":0");
  }

  @Test
  @DisplayName("B9, B10, B12, B32: OK, then the progress; left, killed and attached to, it ends")
  void okStartsTheTasksAndAnybodyMayLeave() throws Exception {
    OnPremises.create(system, "dialogue");

    try (var terminal = upgrade("dialogue", "left-at-the-question")) {
      terminal.await("Start? [y/N]");
      terminal.type("y\r");
      terminal.await("OK / Cancel");
      terminal.pressCtrlC();
      assertThat(terminal.awaitEnd()).isEqualTo(130);
      assertThat(terminal.shown()).contains("flexup upgrade --env dialogue --to 11.9.0");
    }
    assertThat(status("dialogue")).contains("awaiting-confirmation");

    try (var terminal = upgrade("dialogue", "ok")) {
      assertThat(terminal.await("OK / Cancel")).contains(TASK_1, TASK_2, TASK_3);
      terminal.type("OK\r");
      terminal.await("We are now preparing your modules - ");
      terminal.pressCtrlC();
      terminal.awaitEnd();
      assertThat(terminal.shown()).containsAnyOf("The upgrade goes on", "ready (Release Notes)");
    }
    try (var terminal = upgrade("dialogue", "killed")) {
      terminal.kill();
    }

    assertThat(system.cli().run("wait", "--env", "dialogue").exitCode()).isZero();
    assertThat(status("dialogue"))
        .contains("\"ready\"", "\"prepared\":" + OnPremises.MODULES, "This environment is ready");
    assertThat(
            system.serviceCenter().items("environments/dialogue/modules?limit=10").stream()
                .filter(module -> module.path("kind").asText().equals("system"))
                .map(module -> module.path("runningVersion").asText()))
        .containsExactly("11.9.0", "11.9.0");
  }

  @Test
  @DisplayName("B32: attached to, it shows the same progress and the same end")
  void attachesToWhatRuns() throws Exception {
    OnPremises.create(system, "attached");
    var upgrade =
        system
            .orchestrator()
            .post(
                "environments/attached/upgrades", Map.of("to", "11.9.0", "requestedBy", "somebody"))
            .succeeded()
            .text("upgradeId");

    try (var terminal = upgrade("attached", "attached")) {
      terminal.await("OK / Cancel");
      system.orchestrator().post("upgrades/" + upgrade + "/confirm", Map.of()).succeeded();
      terminal.type("OK\r");

      assertThat(terminal.awaitEnd()).isZero();
      assertThat(terminal.shown())
          .contains("No further actions are required.", "100%", "4 of 4 modules");
    }
  }

  private PseudoTerminal upgrade(String environment, String name) throws Exception {
    return new PseudoTerminal(system, name, "upgrade", "--env", environment, "--to", "11.9.0");
  }

  private String status(String environment) {
    return system.serviceCenter().get("environments/" + environment + "/status").json().toString();
  }
}
