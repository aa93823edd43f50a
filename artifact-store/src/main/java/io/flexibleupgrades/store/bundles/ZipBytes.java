package io.flexibleupgrades.store.bundles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Random access to a zip's bytes; nothing beyond its end is ever asked for without a complaint. */
final class ZipBytes {
  private final FileChannel channel;
  private final long size;

  ZipBytes(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  long size() {
    return size;
  }

  /** Returns exactly these bytes, little-endian, position 0. */
  ByteBuffer read(long offset, int length) throws IOException {
    if (offset < 0 || length < 0 || offset > size - length) {
      throw new MalformedBundleException(
          "The zip ends at byte %,d, but points to byte %,d".formatted(size, offset + length));
    }
    var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        throw new MalformedBundleException("The zip was cut short");
      }
    }
    return buffer.flip();
  }

  /** Returns these bytes as a name. */
  static String name(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
    } catch (CharacterCodingException _) {
      var shown = StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
      throw new HostileBundleException(
          BundleRule.NAME_ENCODING, shown, "its name is not valid UTF-8");
    }
  }

  static int u16(ByteBuffer bytes, int index) {
    return Short.toUnsignedInt(bytes.getShort(index));
  }

  static long u32(ByteBuffer bytes, int index) {
    return Integer.toUnsignedLong(bytes.getInt(index));
  }
}
