package io.flexibleupgrades.servicecenter.modules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A long text, kept small until it is sent: the views are read at one moment, and the reader of the
 * answer takes as long as it likes.
 */
public final class PackedText {
  private final byte[] packed;

  private PackedText(byte[] packed) {
    this.packed = packed;
  }

  /** Writes a text bit by bit. */
  @FunctionalInterface
  interface Writer {
    void write(OutputStream out) throws IOException;
  }

  static PackedText of(Writer writer) {
    var packed = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(packed)) {
      writer.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("A text cannot be packed.", e);
    }
    return new PackedText(packed.toByteArray());
  }

  /** Returns the text's bytes in UTF-8. */
  public InputStream unpacked() {
    return new InflaterInputStream(new ByteArrayInputStream(packed));
  }
}
