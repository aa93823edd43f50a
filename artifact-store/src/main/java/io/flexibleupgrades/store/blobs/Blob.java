package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.HexFormat;

/** An intact blob, open for reading: what is sent is what was verified, even if it is moved. */
public final class Blob implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Digest digest;
  private final Object key;
  private final FileChannel channel;
  private final long bytes;

  /**
   * Takes over a file that was verified.
   *
   * @param key tells the file from another one of the same name
   */
  Blob(Digest digest, Object key, FileChannel channel) throws IOException {
    this.digest = digest;
    this.key = key;
    this.channel = channel;
    this.bytes = channel.size();
  }

  public Digest digest() {
    return digest;
  }

  public long bytes() {
    return bytes;
  }

  Object key() {
    return key;
  }

  /**
   * Writes the blob's bytes. The last of them are held back until all are known to be the right
   * ones: a file that changes after it was verified is never sent whole.
   *
   * @throws IOException if it has changed; part of it may be written, the end is not
   */
  public void writeTo(OutputStream target) throws IOException {
    var sha256 = Digest.sha256();
    var buffer = ByteBuffer.allocate(BUFFER_BYTES);
    for (long at = 0; at < bytes; buffer.clear()) {
      int count = channel.read(buffer.limit((int) Math.min(BUFFER_BYTES, bytes - at)), at);
      if (count <= 0) {
        throw changed();
      }
      at += count;
      sha256.update(buffer.array(), 0, count);
      if (at == bytes && !isDigest(sha256.digest())) {
        throw changed();
      }
      target.write(buffer.array(), 0, count);
    }
  }

  private IOException changed() {
    return new IOException("Blob %s changed on disk while it was read.".formatted(digest));
  }

  private boolean isDigest(byte[] hash) {
    return digest.value().equals(HexFormat.of().formatHex(hash));
  }

  /** Returns the digest of the bytes that are there now. */
  static Digest digestOf(FileChannel channel) throws IOException {
    var sha256 = Digest.sha256();
    var buffer = ByteBuffer.allocate(BUFFER_BYTES);
    for (long at = 0; channel.read(buffer, at) > 0; buffer.clear()) {
      at += buffer.position();
      sha256.update(buffer.array(), 0, buffer.position());
    }
    return new Digest(HexFormat.of().formatHex(sha256.digest()));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
