package io.flexibleupgrades.orchestrator.notification;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where notifications are posted to.
 *
 * @param value an absolute address with {@code http} or {@code https} and a host, at most 2,000
 *     characters, without user name, password and fragment
 */
public record WebhookUrl(String value) {
  private static final int LONGEST = 2_000;
  private static final int LARGEST_PORT = 65_535;

  public WebhookUrl {
    check(value);
  }

  /** Returns the address for a client. */
  public URI uri() {
    return URI.create(value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static void check(String value) {
    if (value.length() > LONGEST) {
      throw new IllegalArgumentException(
          "The address has %d characters; at most %d are possible."
              .formatted(value.length(), LONGEST));
    }
    var uri = parsed(value);
    if (!isHttp(uri.getScheme())) {
      throw new IllegalArgumentException(
          "The address must start with 'https://' or 'http://': nothing else is notified.");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException(
          "The address names no host. Send one such as 'https://hooks.example.org/upgrades'.");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "The address must not carry a user name or a password: they would be shown to everybody who reads the webhook. Notifications are signed instead.");
    }
    if (uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "The address must not have a '#' part: it is never sent. Leave it out.");
    }
    if (uri.getPort() == 0 || uri.getPort() > LARGEST_PORT) {
      throw new IllegalArgumentException(
          "The address has port %d; a port is 1 to %d.".formatted(uri.getPort(), LARGEST_PORT));
    }
  }

  private static URI parsed(String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "It is no address: %s at character %d."
              .formatted(e.getReason().toLowerCase(Locale.ROOT), e.getIndex() + 1),
          e);
    }
  }

  private static boolean isHttp(@Nullable String scheme) {
    return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
  }
}
