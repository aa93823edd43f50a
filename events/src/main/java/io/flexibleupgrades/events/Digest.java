package io.flexibleupgrades.events;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of some bytes: the name under which the artifact store keeps them.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record Digest(String value) implements Comparable<Digest> {
  public Digest {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException(
          "A digest is 64 lower-case hexadecimal digits (SHA-256), not '" + value + "'.");
    }
  }

  /** Returns the digest of these bytes. */
  public static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
  }

  /** Returns an empty SHA-256 accumulator, for content that is read in pieces. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256.", e);
    }
  }

  private static boolean isWellFormed(String value) {
    return value.length() == 64
        && value.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  @Override
  public int compareTo(Digest other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
