package io.flexibleupgrades.worker.daemon;

import io.flexibleupgrades.worker.daemon.CompileReply.Message;
import io.flexibleupgrades.worker.daemon.CompileReply.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Collects what the compiler says about one member, within limits, and says what it cut. */
final class MemberMessages {
  static final int MOST_MESSAGES = 200;
  static final int MOST_LOG_BYTES = 64 * 1024;
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_SOURCE_LINE = 500;
  private static final int ROOM_FOR_LAST_SENTENCE = 200;

  private final String module;
  private final List<Message> kept = new ArrayList<>();
  private final StringBuilder log = new StringBuilder();
  private int logBytes;
  private int said;
  private int logged;
  private int errors;
  private int warnings;

  MemberMessages(String module) {
    this.module = module;
  }

  /**
   * Counts a message, and keeps it if there is room.
   *
   * @param message made only if it is kept: a bad source can have millions
   */
  void add(Severity severity, Supplier<Message> message) {
    said++;
    switch (severity) {
      case ERROR -> errors++;
      case WARNING -> warnings++;
      case NOTE -> {}
    }
    if (kept.size() < MOST_MESSAGES) {
      var shortened = shortened(message.get());
      kept.add(shortened);
      append(shortened);
    }
  }

  int errors() {
    return errors;
  }

  CompileReply.Member reply() {
    if (said > logged) {
      log.append(
          "%d more messages of the compiler are not shown: at most %d and %d KiB are kept of a module.%n"
              .formatted(said - logged, MOST_MESSAGES, MOST_LOG_BYTES / 1024)
              .replace("\r\n", "\n"));
    }
    return new CompileReply.Member(module, kept, errors, warnings, log.toString());
  }

  private void append(Message message) {
    var lines = rendered(message);
    int bytes = lines.getBytes(StandardCharsets.UTF_8).length;
    // Nothing follows a message that did not fit, so that the log has no gap.
    if (logged == kept.size() - 1 && logBytes + bytes <= MOST_LOG_BYTES - ROOM_FOR_LAST_SENTENCE) {
      log.append(lines);
      logBytes += bytes;
      logged++;
    }
  }

  private static String rendered(Message message) {
    var text = new StringBuilder();
    if (message.file() != null) {
      text.append(message.file()).append(':');
      if (message.line() > 0) {
        text.append(message.line()).append(':');
      }
      text.append(' ');
    }
    text.append(message.severity().name().toLowerCase(Locale.ROOT)).append(": ");
    text.append(message.text()).append('\n');
    if (message.sourceLine() != null) {
      text.append("    ").append(message.sourceLine()).append('\n');
      if (message.column() > 0 && message.column() <= message.sourceLine().length() + 1) {
        text.append("    ").repeat(' ', message.column() - 1).append("^\n");
      }
    }
    return text.toString();
  }

  private static Message shortened(Message message) {
    var line = message.sourceLine();
    return new Message(
        message.severity(),
        message.code(),
        message.file(),
        message.line(),
        message.column(),
        shortened(message.text(), LONGEST_TEXT),
        line == null ? null : shortened(line, LONGEST_SOURCE_LINE));
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest
        ? text
        : text.substring(0, longest) + "… (%d characters more)".formatted(text.length() - longest);
  }
}
