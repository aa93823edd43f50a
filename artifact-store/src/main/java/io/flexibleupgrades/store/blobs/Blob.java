package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** An intact blob, open for reading: what is read is what was verified, even if it is moved. */
public final class Blob implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Digest digest;
  private final FileChannel channel;
  private final long bytes;

  Blob(Digest digest, FileChannel channel) throws IOException {
    this.digest = digest;
    this.channel = channel;
    this.bytes = channel.size();
  }

  public Digest digest() {
    return digest;
  }

  public long bytes() {
    return bytes;
  }

  public void writeTo(OutputStream target) throws IOException {
    var buffer = ByteBuffer.allocate(BUFFER_BYTES);
    for (long at = 0; channel.read(buffer, at) > 0; buffer.clear()) {
      target.write(buffer.array(), 0, buffer.position());
      at += buffer.position();
    }
  }

  /** Returns the digest of the bytes that are there now. */
  static Digest digestOf(FileChannel channel) throws IOException {
    var sha256 = Digest.sha256();
    var buffer = ByteBuffer.allocate(BUFFER_BYTES);
    for (long at = 0; channel.read(buffer, at) > 0; buffer.clear()) {
      at += buffer.position();
      sha256.update(buffer.array(), 0, buffer.position());
    }
    return new Digest(java.util.HexFormat.of().formatHex(sha256.digest()));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
