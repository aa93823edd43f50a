package io.flexibleupgrades.orchestrator.deadletters;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Bytes as a person can look at them: text on one line if they are UTF-8 without control
 * characters, hexadecimal digits otherwise. What a terminal or a page would obey is escaped.
 *
 * @param form {@code text} or {@code hex}
 * @param bytes how many there are
 * @param cut whether only the beginning is shown
 */
public record ShownBytes(String form, String shown, long bytes, boolean cut) {

  /**
   * Returns the bytes as they are shown.
   *
   * @param most how many characters or bytes of them are
   */
  public static ShownBytes of(byte[] bytes, int most) {
    return text(bytes)
        .map(text -> {
          var kept = new StringBuilder();
          text.codePoints().limit(most).forEach(c -> append(kept, c));
          boolean cut = text.codePointCount(0, text.length()) > most;
          return new ShownBytes("text", kept.toString(), bytes.length, cut);
        })
        .orElseGet(() ->
            new ShownBytes(
                "hex",
                HexFormat.of().formatHex(bytes, 0, Math.min(most, bytes.length)),
                bytes.length,
                bytes.length > most));
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)))
          .map(Object::toString)
          .filter(text -> text.codePoints().noneMatch(ShownBytes::isControl));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
  }

  private static void append(StringBuilder kept, int c) {
    switch (c) {
      case '\\' -> kept.append("\\\\");
      case '\n' -> kept.append("\\n");
      case '\r' -> kept.append("\\r");
      case '\t' -> kept.append("\\t");
      default -> {
        if (isInvisible(c)) {
          kept.append("\\u{%x}".formatted(c));
        } else {
          kept.appendCodePoint(c);
        }
      }
    }
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
