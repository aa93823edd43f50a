package io.flexibleupgrades.orchestrator.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

  @Test
  void takes24To64Bytes() {
    assertThat(new WebhookSecret(secret(24)).key()).hasSize(24);
    assertThat(new WebhookSecret(secret(64)).key()).hasSize(64);
    refused(secret(23), "23 bytes");
    refused(secret(65), "65 bytes");
    refused("whsec_", "0 bytes");
  }

  @Test
  void refusesWhatAReceiverCouldNotDecode() {
    refused(secret(32).substring("whsec_".length()), "'whsec_'");
    refused("", "'whsec_'");
    refused("whsk_" + "A".repeat(44), "'whsec_'");
    refused(secret(32).replace("=", ""), "no base64");
    refused(secret(32) + " ", "no base64");
    refused("whsec_" + "-_".repeat(16), "no base64");
    refused(secret(32).replace("A=", "B="), "no base64");
  }

  @Test
  void isNeverWrittenOut() {
    var secret = WebhookSecret.random();

    assertThat(secret.toString()).isEqualTo("whsec_…");
    assertThatThrownBy(() -> new WebhookSecret(secret.text() + "!"))
        .message()
        .doesNotContain(secret.text().substring(10, 20));
  }

  @Test
  void isAnotherOneEachTime() {
    var secrets = new HashSet<String>();
    for (int i = 0; i < 100; i++) {
      secrets.add(WebhookSecret.random().text());
    }

    assertThat(secrets).hasSize(100);
  }

  private static String secret(int bytes) {
    return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
  }

  private static void refused(String text, String why) {
    assertThatThrownBy(() -> new WebhookSecret(text))
        .as(text)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
