package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.bundles.BundleTooLargeException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Blobs as files, {@code sha256/ab/cd…}.
 *
 * <p>A file appears under its name whole or not at all: it is written beside, forced to disk,
 * renamed and its folder forced to disk. Bytes that rot later are noticed by reading them before
 * each use.
 */
final class FileSystemBlobs implements BlobStore, AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Path visible;
  private final IncomingFolder incoming;
  private final Quarantine quarantine;
  private final StoreCapacity capacity;

  /** Held while a name changes its file, so that no intact replacement goes into quarantine. */
  private final Object names = new Object();

  private FileSystemBlobs(
      Path visible, IncomingFolder incoming, Quarantine quarantine, StoreCapacity capacity) {
    this.visible = visible;
    this.incoming = incoming;
    this.quarantine = quarantine;
    this.capacity = capacity;
  }

  /** Returns the blobs below a folder, without what a killed process left half done. */
  static FileSystemBlobs open(StorageSettings settings, MeterRegistry meters) throws IOException {
    var folder = settings.folder().toAbsolutePath();
    var visible = Files.createDirectories(folder.resolve("sha256"));
    var incoming = IncomingFolder.in(folder.resolve("incoming"));
    var quarantine = new Quarantine(folder.resolve("quarantine"), meters);
    return new FileSystemBlobs(visible, incoming, quarantine, StoreCapacity.of(folder, settings));
  }

  @Override
  public Upload receive(InputStream content, long maxBytes) throws IOException {
    var file = incoming.fresh();
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
        write(channel, ByteBuffer.wrap(buffer, 0, count));
      }
      force(channel);
      whole = true;
      return new Upload(
          file, new Digest(HexFormat.of().formatHex(sha256.digest())), bytes, capacity);
    } finally {
      if (!whole) {
        capacity.giveBack(bytes);
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public boolean keep(Upload upload) throws IOException {
    var folder = folder(upload.digest());
    var file = file(upload.digest());
    try (var intact = find(upload.digest()).orElse(null)) {
      if (intact != null) {
        // Whoever put it there may not have come as far as this yet.
        forceFolder(folder);
        return false;
      }
    }
    boolean created;
    try {
      if (Files.notExists(folder)) {
        Files.createDirectories(folder);
        forceFolder(visible);
      }
      synchronized (names) {
        created = Files.notExists(file);
        if (created) {
          Files.move(upload.file(), file, StandardCopyOption.ATOMIC_MOVE);
          upload.kept();
        }
      }
      forceFolder(folder);
    } catch (IOException e) {
      capacity.explain(e);
      throw e;
    }
    return created;
  }

  @Override
  public Optional<Blob> find(Digest digest) throws IOException {
    var file = file(digest);
    Object key;
    FileChannel channel;
    try {
      key = key(file);
      channel = FileChannel.open(file);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
    boolean handedOver = false;
    try {
      if (Blob.digestOf(channel).equals(digest)) {
        var blob = new Blob(digest, channel);
        handedOver = true;
        return Optional.of(blob);
      }
      synchronized (names) {
        if (key.equals(key(file))) {
          quarantine.take(digest, file);
        }
      }
      return Optional.empty();
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } finally {
      if (!handedOver) {
        channel.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    incoming.close();
  }

  private Path folder(Digest digest) {
    return visible.resolve(digest.value().substring(0, 2));
  }

  private Path file(Digest digest) {
    return folder(digest).resolve(digest.value().substring(2));
  }

  /** Returns what tells this file from another one of the same name. */
  private static Object key(Path file) throws IOException {
    return Optional.ofNullable(Files.readAttributes(file, "fileKey").get("fileKey"));
  }

  private static int read(InputStream content, byte[] buffer) {
    try {
      return content.read(buffer);
    } catch (IOException e) {
      throw new IncompleteUploadException(e);
    }
  }

  private void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      capacity.explain(e);
      throw e;
    }
  }

  private void force(FileChannel channel) throws IOException {
    try {
      channel.force(true);
    } catch (IOException e) {
      capacity.explain(e);
      throw e;
    }
  }

  private static void forceFolder(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
