package io.flexibleupgrades.worker.daemon;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message between worker and daemon on the wire: its length in bytes, then the bytes. */
final class Frame {
  private static final int LONGEST = 256 * 1024 * 1024;

  private Frame() {}

  /** Something that can be written to a frame. */
  @FunctionalInterface
  interface Body {
    void writeTo(DataOutputStream out) throws IOException;
  }

  /** How one element of a list is read. */
  @FunctionalInterface
  interface Element<T> {
    T read(DataInputStream in) throws IOException;
  }

  static void write(DataOutputStream out, Body body) throws IOException {
    var buffer = new ByteArrayOutputStream(4096);
    body.writeTo(new DataOutputStream(buffer));
    out.writeInt(buffer.size());
    buffer.writeTo(out);
    out.flush();
  }

  /** Returns the next frame's bytes, null if the other side has closed the stream. */
  static @Nullable DataInputStream read(DataInputStream in) throws IOException {
    int length;
    try {
      length = in.readInt();
    } catch (EOFException _) {
      return null;
    }
    if (length < 0 || length > LONGEST) {
      throw new IOException("A frame of " + length + " bytes is none of this protocol's.");
    }
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The stream ended in the middle of a frame.");
    }
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  static void text(DataOutputStream out, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String text(DataInputStream in) throws IOException {
    int length = count(in);
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("A frame ended in the middle of a text.");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static void optionalText(DataOutputStream out, @Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      text(out, text);
    }
  }

  static @Nullable String optionalText(DataInputStream in) throws IOException {
    return in.readBoolean() ? text(in) : null;
  }

  static <T> List<T> list(DataInputStream in, Element<T> element) throws IOException {
    int size = count(in);
    var list = new ArrayList<T>();
    for (int i = 0; i < size; i++) {
      list.add(element.read(in));
    }
    return List.copyOf(list);
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0) {
      throw new IOException("A frame counts " + count + ", which is none of this protocol's.");
    }
    return count;
  }
}
