package io.flexibleupgrades.worker.daemon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an order.
 *
 * @param crash why the compiler itself gave way, null if it did not
 * @param compileNanos how long the compiler ran
 * @param members in the order's order; their artifacts are written if no member has an error
 */
public record CompileReply(
    long id, @Nullable String crash, long compileNanos, List<Member> members) {
  private static final long READY = 0;
  private static final int LONGEST_CRASH = 2_000;

  public CompileReply {
    members = List.copyOf(members);
    if (crash != null && crash.length() > LONGEST_CRASH) {
      crash = crash.substring(0, LONGEST_CRASH) + "…";
    }
  }

  /** Returns what a daemon says once, when it takes orders. */
  public static CompileReply ready() {
    return new CompileReply(READY, null, 0, List.of());
  }

  static CompileReply crashed(long id, String why) {
    return new CompileReply(id, why, 0, List.of());
  }

  /**
   * What the compiler said about one member.
   *
   * @param errors how many there were, kept or not
   * @param warnings how many there were, kept or not
   */
  public record Member(
      String module, List<Message> messages, int errors, int warnings, String log) {
    public Member {
      messages = List.copyOf(messages);
    }
  }

  /**
   * One message of the compiler.
   *
   * @param file path below the member's {@code src}, null if it concerns no file
   * @param line 1-based, 0 if unknown
   * @param column 1-based, 0 if unknown
   */
  public record Message(
      Severity severity,
      String code,
      @Nullable String file,
      int line,
      int column,
      String text,
      @Nullable String sourceLine) {}

  /** How grave a message is. */
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }

  void writeTo(DataOutputStream stream) throws IOException {
    Frame.write(
        stream,
        out -> {
          out.writeLong(id);
          Frame.optionalText(out, crash);
          out.writeLong(compileNanos);
          out.writeInt(members.size());
          for (var member : members) {
            write(out, member);
          }
        });
  }

  /** Returns the next reply, null if the daemon has closed the stream. */
  public static @Nullable CompileReply readFrom(DataInputStream stream) throws IOException {
    var in = Frame.read(stream);
    if (in == null) {
      return null;
    }
    return new CompileReply(
        in.readLong(),
        Frame.optionalText(in),
        in.readLong(),
        Frame.list(in, CompileReply::readMember));
  }

  private static void write(DataOutputStream out, Member member) throws IOException {
    Frame.text(out, member.module());
    out.writeInt(member.messages().size());
    for (var message : member.messages()) {
      Frame.text(out, message.severity().name());
      Frame.text(out, message.code());
      Frame.optionalText(out, message.file());
      out.writeInt(message.line());
      out.writeInt(message.column());
      Frame.text(out, message.text());
      Frame.optionalText(out, message.sourceLine());
    }
    out.writeInt(member.errors());
    out.writeInt(member.warnings());
    Frame.text(out, member.log());
  }

  private static Member readMember(DataInputStream in) throws IOException {
    return new Member(
        Frame.text(in),
        Frame.list(
            in,
            _ ->
                new Message(
                    severity(Frame.text(in)),
                    Frame.text(in),
                    Frame.optionalText(in),
                    in.readInt(),
                    in.readInt(),
                    Frame.text(in),
                    Frame.optionalText(in))),
        in.readInt(),
        in.readInt(),
        Frame.text(in));
  }

  private static Severity severity(String text) throws IOException {
    try {
      return Severity.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new IOException("A message of severity '" + text + "' is none of this protocol's.", e);
    }
  }
}
