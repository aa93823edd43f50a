package io.flexibleupgrades.orchestrator.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Signatures, with the library that receivers use as the oracle. */
class SignatureTest {
  private static final UUID ID = UUID.fromString("0b6d3c1e-52a4-4c8e-9d0e-7f1a2b3c4d5e");
  private static final String PAYLOAD = "{\"type\":\"upgrade.ended\",\"who\":\"Zoë 🦉\"}";

  private final WebhookSecret secret = WebhookSecret.random();
  private final Instant now = Instant.now();

  @Test
  void areWhatTheOracleSignsForEveryKeyLength() throws Exception {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int bytes = 24; bytes <= 64; bytes++) {
      var key = new byte[bytes];
      random.nextBytes(key);
      var any = new WebhookSecret("whsec_" + Base64.getEncoder().encodeToString(key));
      var payload = PAYLOAD.repeat(random.nextInt(20));
      var id = new UUID(random.nextLong(), random.nextLong());
      var time = Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE), random.nextInt(999));

      assertThat(Signature.of(any, id, time, payload))
          .as("seed %d, %d bytes", seed, bytes)
          .isEqualTo(new Webhook(any.text()).sign(id.toString(), time.getEpochSecond(), payload));
    }
  }

  @Test
  void areVerifiedByAReceiver() throws Exception {
    var oracle = new Webhook(secret.text());

    oracle.verify(PAYLOAD, headers(ID, now, Signature.of(secret, ID, now, PAYLOAD)));
  }

  @Test
  void areRefusedWhenAnythingWasTamperedWith() {
    var signature = Signature.of(secret, ID, now, PAYLOAD);
    var otherId = UUID.fromString("1b6d3c1e-52a4-4c8e-9d0e-7f1a2b3c4d5e");

    refused(secret, PAYLOAD.replace("ended", "faked"), headers(ID, now, signature));
    refused(secret, PAYLOAD + " ", headers(ID, now, signature));
    refused(secret, PAYLOAD, headers(otherId, now, signature));
    refused(secret, PAYLOAD, headers(ID, now.plusSeconds(1), signature));
    refused(secret, PAYLOAD, headers(ID, now, "v1," + signature.substring(4) + "A"));
    refused(WebhookSecret.random(), PAYLOAD, headers(ID, now, signature));
  }

  @Test
  void areRefusedWhenTheyAreReplayedLater() {
    var earlier = now.minusSeconds(6 * 60);

    refused(secret, PAYLOAD, headers(ID, earlier, Signature.of(secret, ID, earlier, PAYLOAD)));
  }

  private static Map<String, List<String>> headers(UUID id, Instant time, String signature) {
    return Map.of(
        "webhook-id",
        List.of(id.toString()),
        "webhook-timestamp",
        List.of(Long.toString(time.getEpochSecond())),
        "webhook-signature",
        List.of(signature));
  }

  private static void refused(
      WebhookSecret secret, String payload, Map<String, List<String>> headers) {
    assertThatThrownBy(() -> new Webhook(secret.text()).verify(payload, headers))
        .isInstanceOf(WebhookVerificationException.class);
  }
}
