package io.flexibleupgrades.orchestrator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.orchestrator.delivery.Reply.Answered;
import io.flexibleupgrades.orchestrator.delivery.Reply.Unanswered;
import io.flexibleupgrades.orchestrator.notification.Delivery;
import io.flexibleupgrades.orchestrator.notification.WebhookId;
import io.flexibleupgrades.orchestrator.notification.WebhookName;
import io.flexibleupgrades.orchestrator.notification.WebhookSecret;
import io.flexibleupgrades.orchestrator.notification.WebhookUrl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers of every kind, each a server that answers with these bytes. */
@Timeout(30)
class ReceiversIT {
  private static final Instant NOW = Instant.parse("2026-03-01T22:15:30.900Z");
  private static final WebhookSecret SECRET = new WebhookSecret("whsec_" + "QUJD".repeat(8));
  private static final String PAYLOAD = "{\"type\":\"upgrade.started\",\"data\":\"Zoë\"}";

  private final Receivers receivers =
      new Receivers(
          Clock.fixed(NOW, ZoneOffset.UTC),
          Settings.of(Map.of("connect-timeout", "1S", "request-timeout", "1S")));

  @AfterEach
  void close() {
    receivers.close();
  }

  @Test
  void areSentTheBodyAndTheHeadersOfStandardWebhooks() throws Exception {
    try (var receiver = RawReceiver.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
      var delivery = delivery(receiver.url());

      assertThat(receivers.post(delivery)).isEqualTo(new Answered(204, null));

      var request = receiver.request();
      assertThat(request)
          .startsWith("POST /hook?a=b HTTP/1.1\r\n")
          .containsIgnoringCase("\r\ncontent-type: application/json\r\n")
          .containsIgnoringCase("\r\nwebhook-id: " + delivery.id() + "\r\n")
          .containsIgnoringCase("\r\nwebhook-timestamp: 1772403330\r\n")
          .contains(
              "\r\nwebhook-signature: "
                  + new Webhook(SECRET.text()).sign(delivery.id().toString(), 1772403330, PAYLOAD)
                  + "\r\n")
          .endsWith("\r\n\r\n" + PAYLOAD);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 299, 301, 307, 400, 401, 404, 407, 410, 429, 500, 503, 599})
  void areBelievedTheirStatusCode(int status) throws Exception {
    try (var receiver =
        RawReceiver.answering(
            "HTTP/1.1 %d Any\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n"
                .formatted(status))) {
      assertThat(receivers.post(delivery(receiver.url()))).isEqualTo(new Answered(status, null));
    }
  }

  @Test
  void areNotListenedToWhenTheirBodyNeverEnds() throws Exception {
    try (var receiver =
        RawReceiver.answering("HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\nand so on")) {
      long start = System.nanoTime();

      assertThat(receivers.post(delivery(receiver.url()))).isEqualTo(new Answered(200, null));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nx-never: ends"})
  void areGivenUpWhenTheySayNothingForTooLong(String answer) throws Exception {
    try (var receiver = RawReceiver.answering(answer)) {
      assertThat(receivers.post(delivery(receiver.url())))
          .isEqualTo(new Unanswered("The receiver did not answer within 1000 ms."));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0\1garbage\0\r\n\r\n",
        "HTTP/1.1 abc OK\0\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\0: \uDC00\r\n\r\n"
      })
  void mayAnswerGarbageThatIsKeptAsText(String garbage) throws Exception {
    try (var receiver = RawReceiver.answering(garbage)) {
      var reply = receivers.post(delivery(receiver.url()));

      assertThat(reply).isInstanceOf(Unanswered.class);
      assertThat(((Unanswered) reply).error())
          .startsWith("The receiver did not answer")
          .doesNotContainPattern("[\\p{Cntrl}\\p{Cs}]")
          .hasSizeLessThan(600);
    }
  }

  @Test
  void maySimplyNotBeThere() throws Exception {
    String url;
    try (var receiver = RawReceiver.answering("")) {
      url = receiver.url();
    }

    assertThat(receivers.post(delivery(url)))
        .isEqualTo(new Unanswered("The receiver accepts no connection."));
    assertThat(receivers.post(delivery("http://nobody.invalid/")))
        .isEqualTo(new Unanswered("The receiver's host has no address."));
  }

  private static Delivery delivery(String url) {
    return new Delivery(
        UUID.randomUUID(),
        new WebhookId(new EnvironmentName("prod"), new WebhookName("ops")),
        "upgrade.started",
        PAYLOAD,
        1,
        new WebhookUrl(url),
        SECRET);
  }
}
