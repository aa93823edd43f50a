package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.bundles.BundleTooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/** Writes what arrives into the incoming folder, as long as there is room. */
record IncomingUploads(IncomingFolder folder, StoreCapacity capacity) {
  private static final int BUFFER_BYTES = 64 * 1024;

  /** Returns the stream's bytes, forced to disk. */
  Upload receive(InputStream content, long maxBytes) throws IOException {
    var file = folder.fresh();
    long bytes = 0;
    boolean whole = false;
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var sha256 = Digest.sha256();
      var buffer = new byte[BUFFER_BYTES];
      for (int count = read(content, buffer); count >= 0; count = read(content, buffer)) {
        if (bytes + count > maxBytes) {
          throw new BundleTooLargeException(maxBytes);
        }
        capacity.take(count);
        bytes += count;
        sha256.update(buffer, 0, count);
        var part = ByteBuffer.wrap(buffer, 0, count);
        while (part.hasRemaining()) {
          channel.write(part);
        }
      }
      channel.force(true);
      whole = true;
      return new Upload(
          file, new Digest(HexFormat.of().formatHex(sha256.digest())), bytes, capacity);
    } catch (IOException e) {
      capacity.explain(e);
      throw e;
    } finally {
      if (!whole) {
        capacity.giveBack(bytes);
        Files.deleteIfExists(file);
      }
    }
  }

  private static int read(InputStream content, byte[] buffer) {
    try {
      return content.read(buffer);
    } catch (IOException e) {
      throw new IncompleteUploadException(e);
    }
  }
}
