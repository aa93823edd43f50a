package io.flexibleupgrades.servicecenter.http;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on. Opaque to readers, and of use for the list that it names only.
 *
 * @param list names the list with all that identifies it, its filters and its order too
 * @param after what places the last item that was shown
 */
public record Cursor(String list, String after) {
  private static final char END_OF_LIST = '\n';
  private static final int MARK_LENGTH = 16;

  /** Goes on after a module in a list in alphabetical order. */
  public Cursor(String list, ModuleId after) {
    this(list, after.value());
  }

  /** Goes on below a number in a list with the highest number first. */
  public Cursor(String list, int after) {
    this(list, Integer.toString(after));
  }

  /** Returns the name after which a list starts, which is before every name without a cursor. */
  public static String start(@Nullable String text, String list) {
    return text == null || text.isEmpty() ? "" : parse(text, list, ModuleId::new).value();
  }

  /** Returns the number below which a list starts, which is above every number without a cursor. */
  public static int below(@Nullable String text, String list) {
    return text == null || text.isEmpty()
        ? Integer.MAX_VALUE
        : parse(text, list, Integer::parseInt);
  }

  /** Returns where a list goes on, null without a cursor. */
  public static <T> @Nullable T position(
      @Nullable String text, String list, Function<String, T> after) {
    return text == null || text.isEmpty() ? null : parse(text, list, after);
  }

  /**
   * Returns the place after which a list starts, null without a cursor.
   *
   * @param parse reads the place, and refuses with an {@link IllegalArgumentException}
   */
  public static <T> @Nullable T place(
      @Nullable String text, String list, Function<String, T> parse) {
    return text == null || text.isEmpty() ? null : parse(text, list, parse);
  }

  /**
   * Returns what the text says that the list goes on after.
   *
   * @throws BadRequestException if it is no cursor, or another list's
   */
  private static <T> T parse(String text, String list, Function<String, T> after) {
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
    int end = plain.indexOf(END_OF_LIST);
    if (end < 0 || !plain.substring(0, end).equals(mark(list))) {
      throw malformed("This cursor belongs to another list.", null);
    }
    try {
      return after.apply(plain.substring(end + 1));
    } catch (IllegalArgumentException e) {
      throw malformed("This is no cursor of this service.", e);
    }
  }

  /** Returns the cursor as it stands in an answer. */
  public String text() {
    var plain = mark(list) + END_OF_LIST + after;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** A list's name can have any length, an address cannot. */
  private static String mark(String list) {
    return Digest.of(list.getBytes(StandardCharsets.UTF_8)).value().substring(0, MARK_LENGTH);
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
