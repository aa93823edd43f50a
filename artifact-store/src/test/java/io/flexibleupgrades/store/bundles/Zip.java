package io.flexibleupgrades.store.bundles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips by hand, so that every field can be a lie. */
public final class Zip {
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private final List<byte[]> directory = new ArrayList<>();

  /** Fields of one entry, before they are written in both headers. */
  public static final class Entry {
    final byte[] name;
    byte[] localName;
    byte[] compressed;
    int flags = 1 << 11;
    int localFlags = -1;
    int method = 8;
    long crc;
    long compressedBytes;
    long bytes;
    int mode;
    long offset = -1;

    Entry(byte[] name, byte[] bytes) {
      this.name = name;
      this.localName = name;
      this.compressed = deflated(bytes);
      this.compressedBytes = compressed.length;
      this.bytes = bytes.length;
      var crc32 = new CRC32();
      crc32.update(bytes);
      this.crc = crc32.getValue();
    }

    Entry mode(int unixMode) {
      mode = unixMode;
      return this;
    }
  }

  public static Entry entry(String name, byte[] bytes) {
    return new Entry(name.getBytes(StandardCharsets.UTF_8), bytes);
  }

  public static byte[] of(String name, byte[] bytes) {
    return new Zip().add(entry(name, bytes)).bytes();
  }

  /** Returns a zip of these entries, each with its own name as content. */
  public static byte[] named(String... names) {
    var zip = new Zip();
    for (var name : names) {
      zip.add(
          entry(name, name.endsWith("/") ? new byte[0] : name.getBytes(StandardCharsets.UTF_8)));
    }
    return zip.bytes();
  }

  public Zip add(Entry entry) {
    long offset = entry.offset >= 0 ? entry.offset : content.size();
    if (entry.offset < 0) {
      write(
          header(30 + entry.localName.length)
              .putInt(0x04034b50)
              .putShort((short) 20)
              .putShort((short) (entry.localFlags < 0 ? entry.flags : entry.localFlags))
              .putShort((short) entry.method)
              .putInt(0)
              .putInt((int) entry.crc)
              .putInt((int) entry.compressedBytes)
              .putInt((int) entry.bytes)
              .putShort((short) entry.localName.length)
              .putShort((short) 0)
              .put(entry.localName)
              .array());
      write(entry.compressed);
    }
    directory.add(
        header(46 + entry.name.length)
            .putInt(0x02014b50)
            .putShort((short) (3 << 8 | 20))
            .putShort((short) 20)
            .putShort((short) entry.flags)
            .putShort((short) entry.method)
            .putInt(0)
            .putInt((int) entry.crc)
            .putInt((int) entry.compressedBytes)
            .putInt((int) entry.bytes)
            .putShort((short) entry.name.length)
            .putInt(0)
            .putInt(0)
            .putInt(entry.mode << 16)
            .putInt((int) offset)
            .put(entry.name)
            .array());
    return this;
  }

  public byte[] bytes() {
    int start = content.size();
    directory.forEach(this::write);
    int bytes = content.size() - start;
    write(
        header(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort((short) directory.size())
            .putShort((short) directory.size())
            .putInt(bytes)
            .putInt(start)
            .array());
    return content.toByteArray();
  }

  private static ByteBuffer header(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void write(byte[] bytes) {
    try {
      content.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] deflated(byte[] bytes) {
    var deflater = new Deflater(9, true);
    deflater.setInput(bytes);
    deflater.finish();
    var out = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }
}
