package io.flexibleupgrades.orchestrator.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.org/upgrades?team=a%20b",
        "http://127.0.0.1:8080",
        "HTTPS://EXAMPLE.ORG/",
        "http://[::1]:80/x"
      })
  void takesAddressesOfHttp(String text) {
    assertThat(new WebhookUrl(text).uri()).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://example.org/x, https://",
    "file:///etc/passwd, https://",
    "example.org/x, https://",
    "//example.org/x, https://",
    "mailto:ops@example.org, https://",
    "javascript:alert(1), https://",
    "http:///x, host",
    "http:x, host",
    "https://, no address",
    "http://a_b/x, no host",
    "http://exa mple.org, no address",
    "https://user:password@example.org/, password",
    "https://example.org/#top, '#'",
    "https://example.org:0/, port",
    "https://example.org:70000/, port"
  })
  void refusesEveryOtherAndSaysWhy(String text, String why) {
    assertThatThrownBy(() -> new WebhookUrl(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThatThrownBy(() -> new WebhookUrl("https://example.org/" + "x".repeat(2_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2020 characters");
  }
}
