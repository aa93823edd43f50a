package io.flexibleupgrades.orchestrator.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs notifications, so that a receiver knows who sent them, what, and when. */
public final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /**
   * Returns the signature of one attempt, as its header {@code webhook-signature} carries it.
   *
   * @param id the delivery's {@code webhook-id}
   * @param attemptedAt the attempt's {@code webhook-timestamp}; its fraction of a second is not
   *     signed
   * @param payload the body
   */
  public static String of(WebhookSecret secret, UUID id, Instant attemptedAt, String payload) {
    var signed = id + "." + attemptedAt.getEpochSecond() + "." + payload;
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
      return "v1,"
          + Base64.getEncoder()
              .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM cannot compute " + ALGORITHM + ".", e);
    }
  }
}
