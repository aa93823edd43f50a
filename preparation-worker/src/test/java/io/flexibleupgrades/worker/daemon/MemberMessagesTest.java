package io.flexibleupgrades.worker.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.worker.daemon.CompileReply.Message;
import io.flexibleupgrades.worker.daemon.CompileReply.Severity;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemberMessagesTest {
  private final MemberMessages messages = new MemberMessages("Orders");

  @Test
  void keepsTwoHundredMessagesAndCountsAll() {
    var made = new AtomicInteger();

    for (int i = 0; i < 100_000; i++) {
      messages.add(
          Severity.ERROR,
          () -> {
            made.incrementAndGet();
            return error("bad");
          });
    }

    assertThat(messages.reply().messages()).hasSize(200);
    assertThat(messages.reply().errors()).isEqualTo(100_000);
    assertThat(made).as("messages made only to be thrown away").hasValue(200);
    assertThat(messages.reply().log()).contains("99800 more messages");
  }

  @Test
  void keepsSixtyFourKibibytesOfLogAndSaysWhatItCut() {
    for (int i = 0; i < 150; i++) {
      messages.add(Severity.WARNING, () -> error("ä".repeat(3_000)));
    }

    var reply = messages.reply();
    assertThat(reply.log().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64 * 1024);
    assertThat(reply.log()).contains("more messages of the compiler are not shown");
    assertThat(reply.messages()).hasSize(150);
    assertThat(reply.warnings()).isEqualTo(150);
  }

  @Test
  void shortensAMessageThatIsTooLong() {
    messages.add(Severity.ERROR, () -> error("x".repeat(1_000_000)));

    assertThat(messages.reply().messages().getFirst().text())
        .hasSizeLessThan(4_100)
        .endsWith("(996000 characters more)");
  }

  @Test
  void saysNothingOfCutsWhenNothingWasCut() {
    messages.add(Severity.ERROR, () -> error("cannot find symbol"));

    assertThat(messages.reply().log())
        .isEqualTo("a/B.java:3: error: cannot find symbol\n    int x = y;\n            ^\n");
  }

  private static Message error(String text) {
    return new Message(Severity.ERROR, "code", "a/B.java", 3, 9, text, "int x = y;");
  }
}
