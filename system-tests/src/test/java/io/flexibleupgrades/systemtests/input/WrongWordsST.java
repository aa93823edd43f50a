package io.flexibleupgrades.systemtests.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Versions and environments that there are not. */
@ExtendWith(SharedSystem.class)
class WrongWordsST {
  private static final String ENVIRONMENT = "wrong-words";

  private final RunningSystem system;

  WrongWordsST(RunningSystem system) {
    this.system = system;
    ImportedFactory.createEnvironment(system, ENVIRONMENT);
  }

  @Test
  @DisplayName("G13: a target version that is no version is refused before anything is asked for")
  void refusesATargetThatIsNoVersion() {
    var command = system.cli().run("upgrade", "--env", ENVIRONMENT, "--to", "banana", "--yes");
    var call = system.orchestrator().post("environments/wrong-words/upgrades", Map.of("to", "x.y"));

    assertThat(command.exitCode()).isEqualTo(2);
    assertThat(command.err()).contains("banana").contains("--to");
    assertThat(call.status()).isEqualTo(422);
    assertThat(call.problem()).isEqualTo("malformed-version");
    assertThat(call.text("detail")).contains("x.y");
  }

  @Test
  @DisplayName("G13: an unknown environment is refused with the names of those that there are")
  void refusesAnUnknownEnvironment() {
    var command = system.cli().run("upgrade", "--env", "nowhere", "--to", "11.9.0", "--yes");
    var status = system.cli().run("status", "--env", "nowhere");
    var call = system.orchestrator().post("environments/nowhere/upgrades", Map.of("to", "11.9.0"));

    assertThat(command.exitCode()).isEqualTo(1);
    assertThat(command.err()).contains("nowhere").contains("environment create");
    assertThat(status.exitCode()).isEqualTo(1);
    assertThat(status.err()).contains("nowhere");
    assertThat(call.status()).isEqualTo(404);
    assertThat(call.problem()).isEqualTo("environment-not-found");
  }

  @Test
  @DisplayName("G13: a platform that was never pushed is refused with the command that pushes it")
  void refusesAPlatformThatWasNeverPushed() {
    var command = system.cli().run("upgrade", "--env", ENVIRONMENT, "--to", "11.42.0", "--yes");
    var call =
        system.orchestrator().post("environments/wrong-words/upgrades", Map.of("to", "11.42.0"));

    assertThat(command.exitCode()).isEqualTo(1);
    assertThat(command.err()).contains("11.42.0").contains("flexup platform push DIR");
    assertThat(call.status()).isEqualTo(422);
    assertThat(call.problem()).isEqualTo("platform-not-pushed");
  }
}
