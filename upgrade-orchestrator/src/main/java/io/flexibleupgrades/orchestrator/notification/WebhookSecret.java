package io.flexibleupgrades.orchestrator.notification;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a webhook's notifications are signed with, in the form of Standard Webhooks.
 *
 * @param text {@code whsec_} and 24 to 64 bytes in base64
 */
public record WebhookSecret(String text) {
  private static final String PREFIX = "whsec_";
  private static final int FEWEST_BYTES = 24;
  private static final int MOST_BYTES = 64;
  private static final int RANDOM_BYTES = 32;

  public WebhookSecret {
    int bytes = decoded(text).length;
    if (bytes < FEWEST_BYTES || bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "The secret has %d bytes; %d to %d are possible."
              .formatted(bytes, FEWEST_BYTES, MOST_BYTES));
    }
  }

  /** Returns a secret that nobody can guess. */
  static WebhookSecret random() {
    var bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
  }

  /** Returns the key of the HMAC. */
  byte[] key() {
    return decoded(text);
  }

  /** Returns the form without the secret, so that no log ever has it. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }

  /** Receivers decode it with libraries of other languages: what only Java accepts is refused. */
  private static byte[] decoded(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException(
          "A secret is 'whsec_' and %d to %d bytes in base64. Leave it out to get a new one."
              .formatted(FEWEST_BYTES, MOST_BYTES));
    }
    var encoded = text.substring(PREFIX.length());
    try {
      var bytes = Base64.getDecoder().decode(encoded);
      if (Base64.getEncoder().encodeToString(bytes).equals(encoded)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // The one sentence below says it for both; the decoder's message shows parts of the secret.
    }
    throw new IllegalArgumentException(
        "What follows 'whsec_' in the secret is no base64 with padding.");
  }
}
