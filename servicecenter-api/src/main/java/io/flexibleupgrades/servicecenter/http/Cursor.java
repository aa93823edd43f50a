package io.flexibleupgrades.servicecenter.http;

import io.flexibleupgrades.events.ModuleId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a list of modules goes on. Opaque to readers, and of use for the list that it names only.
 *
 * @param list names the list with all that identifies it
 * @param after the last module that was shown
 */
public record Cursor(String list, ModuleId after) {
  private static final char END_OF_LIST = '\n';

  /** Returns the name after which a list starts, which is before every name without a cursor. */
  public static String start(@Nullable String text, String list) {
    return text == null || text.isEmpty() ? "" : parse(text, list).after().value();
  }

  /**
   * Returns what the text says.
   *
   * @throws BadRequestException if it is no cursor, or another list's
   */
  static Cursor parse(String text, String list) {
    String plain;
    try {
      plain =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)))
              .toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw malformed("This is no cursor of this service.", e);
    }
    int end = plain.lastIndexOf(END_OF_LIST);
    if (end < 0 || !plain.substring(0, end).equals(list)) {
      throw malformed("This cursor belongs to another list.", null);
    }
    try {
      return new Cursor(list, new ModuleId(plain.substring(end + 1)));
    } catch (IllegalArgumentException e) {
      throw malformed("This is no cursor of this service.", e);
    }
  }

  /** Returns the cursor as it stands in an answer. */
  public String text() {
    var plain = list + END_OF_LIST + after.value();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private static BadRequestException malformed(String what, @Nullable Exception cause) {
    var refusal =
        BadRequestException.malformedCursor(
            what + " Take 'next' of the page before, or leave the cursor out to start again.");
    if (cause != null) {
      refusal.initCause(cause);
    }
    return refusal;
  }
}
