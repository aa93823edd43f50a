package io.flexibleupgrades.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final List<String> progress = new CopyOnWriteArrayList<>();

  @Test
  void startsAProcessAgainThatEndsByItself() throws Exception {
    try (var supervisor = Supervisor.open(folder, progress::add)) {
      var process = supervisor.start(shell("looper", "echo up; exec sleep 600", "up"));
      process.awaitReady(SOON);
      var before = process.pid();

      process.kill();
      process.awaitReady(SOON);

      assertThat(process.pid()).isNotEqualTo(before);
      assertThat(process.starts()).isEqualTo(2);
      assertThat(progress).anyMatch(line -> line.contains("ended with exit code 137"));
    }
  }

  @Test
  void waitsLongerBeforeEachFurtherStartOfAProcessThatKeepsEnding() throws Exception {
    try (var supervisor = Supervisor.open(folder, progress::add)) {
      var process = supervisor.start(shell("broken", "exit 3", "never"));

      Eventually.holds(SOON, () -> process.starts() >= 4);

      assertThat(progress)
          .filteredOn(line -> line.contains("exit code 3"))
          .extracting(line -> line.replaceAll(".* in (\\d+) ms.*", "$1"))
          .startsWith("200", "400", "800");
    }
  }

  @Test
  void saysWhatAProcessPrintedThatKeepsEnding() throws Exception {
    try (var supervisor = Supervisor.open(folder, progress::add)) {
      var process = supervisor.start(shell("broken", "echo no such setting; exit 3", "never"));

      assertThatThrownBy(() -> process.awaitReady(Duration.ofMinutes(5)))
          .hasMessageContaining("broken is not ready")
          .hasMessageContaining("no such setting");
    }
  }

  @Test
  void startsAProcessOnlyWhenThoseItComesAfterAreReady() throws Exception {
    try (var supervisor = Supervisor.open(folder, progress::add)) {
      supervisor.start(shell("slow", "sleep 1; echo up; exec sleep 600", "up"));
      supervisor.start(
          shell("next", "echo up; exec sleep 600", "up").startedAfter(List.of("slow")));

      supervisor.awaitReady(SOON);

      var ready = progress.stream().filter(line -> line.startsWith("slow is ready")).findFirst();
      assertThat(ready).isPresent();
      assertThat(progress.indexOf(ready.get())).isLessThan(progress.indexOf("starting next…"));
    }
  }

  @Test
  void endsDependentsBeforeWhatTheyDependOnAndKillsWhatDoesNotEnd() throws Exception {
    var order = folder.resolve("order");
    var trap = "trap 'echo %s >> " + order + "; exit 0' TERM; echo up; while :; do sleep 0.1; done";
    try (var supervisor = Supervisor.open(folder, progress::add)) {
      supervisor.start(shell("base", trap.formatted("base"), "up"));
      supervisor.start(shell("top", trap.formatted("top"), "up").startedAfter(List.of("base")));
      supervisor.start(
          shell("deaf", "trap '' TERM; echo up; while :; do sleep 0.1; done", "up")
              .stoppedBy("TERM", Duration.ofMillis(300)));
      supervisor.awaitReady(SOON);
    }

    assertThat(order).hasContent("top\nbase");
    assertThat(progress).anyMatch(line -> line.startsWith("deaf did not end within"));
    assertThat(folder.resolve("processes.json")).doesNotExist();
  }

  @Test
  void refusesASecondSupervisorOfADataFolderAndNamesTheFirst() throws Exception {
    var other = SupervisingJvm.start(folder, "sleep", "600");
    try {
      assertThatThrownBy(() -> Supervisor.open(folder, progress::add))
          .isInstanceOf(DataFolderInUseException.class)
          .hasMessageContaining("in use by process " + other.pid())
          .hasMessageContaining("flexup down");
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void endsWhatAKilledSupervisorLeftBehind() throws Exception {
    var other = SupervisingJvm.start(folder, "sleep", "600");
    var left = SupervisingJvm.childOf(other);
    other.destroyForcibly().waitFor();
    assertThat(left.isAlive()).as("a plain command does not watch its parent").isTrue();

    try (var supervisor = Supervisor.open(folder, progress::add)) {
      assertThat(supervisor.names()).isEmpty();
      assertThat(left.isAlive()).isFalse();
      assertThat(progress).anyMatch(line -> line.contains("(process " + left.pid() + ")"));
    }
  }

  @Test
  void leavesAloneAProcessThatOnlyHasAnEndedOnesPid() throws Exception {
    var stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(
          folder.resolve("processes.json"),
          "[{\"name\":\"kafka\",\"pid\":%d,\"started\":\"2020-01-01T00:00:00Z\"}]"
              .formatted(stranger.pid()));

      Supervisor.open(folder, progress::add).close();

      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly().waitFor();
    }
  }

  @Test
  void stopsARunningSupervisorFromAnotherProcess() throws Exception {
    var other = SupervisingJvm.start(folder, "sleep", "600");

    var stopped = RunningSupervisor.stop(folder, SOON, progress::add);

    assertThat(stopped).isTrue();
    assertThat(other.isAlive()).isFalse();
    assertThat(RunningSupervisor.stop(folder, SOON, progress::add)).isFalse();
  }

  @Test
  void keepsALogBelowItsBound() throws Exception {
    var many =
        "i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done; echo up; exec sleep 9";
    try (var supervisor = Supervisor.open(folder, 50_000, progress::add)) {
      supervisor.start(shell("talker", many, "up")).awaitReady(SOON);
    }

    assertThat(Files.size(folder.resolve("logs/talker.log"))).isBetween(1L, 50_000L);
    assertThat(Files.size(folder.resolve("logs/talker.log.1"))).isBetween(1L, 50_000L);
    assertThat(Files.readString(folder.resolve("logs/talker.log"))).endsWith("line 19999\nup\n");
    try (var logs = Files.list(folder.resolve("logs"))) {
      assertThat(logs).hasSize(2);
    }
  }

  private static ServiceProcess shell(String name, String script, String readyLine) {
    return ServiceProcess.of(
        name, name, List.of("sh", "-c", script), new Readiness.OutputLine(readyLine));
  }
}
