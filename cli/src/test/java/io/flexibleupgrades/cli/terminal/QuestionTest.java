package io.flexibleupgrades.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

final class QuestionTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void readsOneLineForEachQuestionAndNothingAfterTheEnd() {
    var terminal = terminal(new ByteArrayInputStream("one\ntwo".getBytes(StandardCharsets.UTF_8)));

    assertThat(terminal.ask("First?")).contains("one");
    assertThat(terminal.ask("Second?")).contains("two");
    assertThat(terminal.ask("Third?")).isEmpty();
    terminal.say("Over.");

    assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("Third? \nOver.\n");
  }

  @Test
  @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
  void letsOtherThreadsSpeakWhileAnAnswerIsAwaited() throws IOException {
    try (var keyboard = new PipedOutputStream();
        var in = new PipedInputStream(keyboard)) {
      var terminal = terminal(in);
      var answer = CompletableFuture.supplyAsync(() -> terminal.ask("OK?"));
      while (!err.toString(StandardCharsets.UTF_8).contains("OK?")) {
        Thread.onSpinWait();
      }

      terminal.say("Leaving.");

      keyboard.write("yes\n".getBytes(StandardCharsets.UTF_8));
      keyboard.flush();
      assertThat(answer.orTimeout(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS).join())
          .contains("yes");
      assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("OK? \nLeaving.\n");
    }
  }

  private Terminal terminal(InputStream in) {
    return new Terminal(
        in,
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Abilities.NONE);
  }
}
