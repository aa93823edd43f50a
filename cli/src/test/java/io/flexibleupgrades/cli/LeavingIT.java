package io.flexibleupgrades.cli;

import static io.flexibleupgrades.cli.OnPremisesServices.ENVIRONMENT;
import static io.flexibleupgrades.cli.OnPremisesServices.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own that is interrupted. */
final class LeavingIT {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int INTERRUPTED = 130;

  @TempDir Path folder;
  private FakeServices services;

  @BeforeEach
  void start() throws IOException {
    services = OnPremisesServices.start();
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  @DisplayName("B10: Ctrl-C at the question decides nothing and says how to come back")
  void leavesTheQuestionUndecided() throws IOException, InterruptedException {
    services
        .answer(ENVIRONMENT, 200, OnPremisesServices.upgrading("awaiting-confirmation"))
        .answer(STATUS, 200, OnPremisesServices.awaiting());

    assertThat(interruptedAfter("OK / Cancel:"))
        .contains(
            "No task is started; the upgrade still awaits confirmation. Come back with `flexup"
                + " upgrade --env prod --to 11.9.0`.");
    assertThat(services.calls("POST")).isEmpty();
  }

  @Test
  @DisplayName("B12: Ctrl-C during the preparation leaves it to go on")
  void leavesThePreparationToGoOn() throws IOException, InterruptedException {
    services
        .answer(ENVIRONMENT, 200, OnPremisesServices.upgrading("preparing"))
        .answer(STATUS, 200, OnPremisesServices.preparing(2));

    assertThat(interruptedAfter("2 of 4 modules"))
        .contains("The upgrade goes on without this command.");
    assertThat(services.calls("POST")).isEmpty();
  }

  private String interruptedAfter(String shown) throws IOException, InterruptedException {
    var err = folder.resolve("err");
    var builder =
        // A build that runs in the background hands on that SIGINT is ignored.
        new ProcessBuilder(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Dflexup.terminals=in,out,err",
                "-cp",
                System.getProperty("java.class.path"),
                Flexup.class.getName(),
                "upgrade",
                "--env",
                "prod",
                "--to",
                "11.9.0")
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(err.toFile());
    builder.environment().put("FLEXUP_SERVER", services.address().toString());
    builder.environment().put("TERM", "xterm");
    var process = builder.start();
    try {
      long end = System.nanoTime() + LONGEST.toNanos();
      while (!Files.readString(err, StandardCharsets.UTF_8).contains(shown)) {
        assertThat(process.isAlive()).as(Files.readString(err)).isTrue();
        assertThat(System.nanoTime()).as("in time: " + Files.readString(err)).isLessThan(end);
        Thread.sleep(50);
      }
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(INTERRUPTED);
      return Files.readString(err, StandardCharsets.UTF_8);
    } finally {
      process.destroyForcibly();
    }
  }
}
