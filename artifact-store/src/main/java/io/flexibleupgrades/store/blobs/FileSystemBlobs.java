package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jboss.logging.Logger;

/**
 * Blobs as files.
 *
 * <p>A file appears under its name whole or not at all: it is written beside, forced to disk,
 * renamed and its folder forced to disk. Bytes that rot later are noticed by reading them before
 * each use. A file's time of modification is when it was last put or said to be there.
 */
final class FileSystemBlobs implements BlobStore, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(FileSystemBlobs.class);

  private final BlobFolder visible;
  private final IncomingFolder incoming;
  private final IncomingUploads uploads;
  private final Quarantine quarantine;
  private final StoreCapacity capacity;

  /**
   * Held while a name changes its file, so that no intact replacement goes into quarantine, and
   * nobody is told of a file that is being removed.
   */
  private final Object names = new Object();

  private volatile boolean agesAreTrue = true;

  private FileSystemBlobs(
      BlobFolder visible, IncomingFolder incoming, Quarantine quarantine, StoreCapacity capacity) {
    this.visible = visible;
    this.incoming = incoming;
    this.uploads = new IncomingUploads(incoming, capacity);
    this.quarantine = quarantine;
    this.capacity = capacity;
  }

  /** Returns the blobs below a folder, without what a killed process left half done. */
  static FileSystemBlobs open(StorageSettings settings, MeterRegistry meters) throws IOException {
    var folder = Files.createDirectories(settings.folder().toAbsolutePath());
    var incoming = IncomingFolder.in(folder.resolve("incoming"));
    var capacity = StoreCapacity.of(folder, settings);
    var quarantine = new Quarantine(folder.resolve("quarantine"), capacity, meters);
    return new FileSystemBlobs(BlobFolder.in(folder), incoming, quarantine, capacity);
  }

  @Override
  public Upload receive(InputStream content, long maxBytes) throws IOException {
    return uploads.receive(content, maxBytes);
  }

  @Override
  public boolean keep(Upload upload) throws IOException {
    var digest = upload.digest();
    try {
      // What is in the way the second time is another upload, or corrupt and cannot be set aside.
      boolean created =
          !isIntact(digest) && (place(upload, false) || (!isIntact(digest) && place(upload, true)));
      // Whoever put it there may not have come as far as this yet.
      visible.force(digest);
      return created;
    } catch (IOException e) {
      capacity.explain(e);
      throw e;
    }
  }

  @Override
  public Optional<Blob> find(Digest digest) throws IOException {
    while (true) {
      var blob = intact(digest);
      if (blob.isEmpty() || renew(blob.get())) {
        return blob;
      }
      blob.get().close();
    }
  }

  @Override
  public boolean lists(Digest digest) throws IOException {
    boolean listed = Files.exists(visible.file(digest));
    if (!listed) {
      incoming.requireThere();
    }
    return listed;
  }

  @Override
  public void forEach(Consumer<StoredBlob> reader) throws IOException {
    incoming.requireThere();
    visible.forEach(reader);
  }

  @Override
  public Optional<byte[]> entry(Digest digest, String name) throws IOException {
    try (var zip = new ZipFile(visible.file(digest).toFile())) {
      var entry = zip.getEntry(name);
      return entry == null
          ? Optional.empty()
          : Optional.of(zip.getInputStream(entry).readAllBytes());
    } catch (NoSuchFileException | ZipException _) {
      return Optional.empty();
    }
  }

  @Override
  public OptionalLong remove(Digest digest, Instant untouchedSince) throws IOException {
    if (!agesAreTrue || !incoming.isAlone()) {
      throw new IOException(
          agesAreTrue
              ? "Another artifact store uses the same folder."
              : "The age of a blob could not be renewed earlier.");
    }
    var file = visible.file(digest);
    synchronized (names) {
      try {
        if (!Files.getLastModifiedTime(file).toInstant().isBefore(untouchedSince)) {
          return OptionalLong.empty();
        }
        long bytes = Files.size(file);
        Files.delete(file);
        capacity.giveBack(bytes);
        return OptionalLong.of(bytes);
      } catch (NoSuchFileException _) {
        return OptionalLong.empty();
      }
    }
  }

  @Override
  public void removeQuarantined(Instant before) throws IOException {
    quarantine.removeOlder(before);
  }

  @Override
  public void close() throws IOException {
    incoming.close();
  }

  private boolean isIntact(Digest digest) throws IOException {
    try (var blob = find(digest).orElse(null)) {
      return blob != null;
    }
  }

  /** Gives the upload its name, unless that is taken and is not to be replaced. */
  private boolean place(Upload upload, boolean replacing) throws IOException {
    var file = visible.file(upload.digest());
    synchronized (names) {
      visible.make(upload.digest());
      boolean taken = Files.exists(file);
      if (taken && !replacing) {
        return false;
      }
      long replacedBytes = taken ? Files.size(file) : 0;
      Files.setLastModifiedTime(upload.file(), FileTime.from(Instant.now()));
      Files.move(upload.file(), file, StandardCopyOption.ATOMIC_MOVE);
      upload.kept();
      capacity.giveBack(replacedBytes);
      return true;
    }
  }

  private Optional<Blob> intact(Digest digest) throws IOException {
    var file = visible.file(digest);
    Object key;
    FileChannel channel;
    try {
      key = BlobFolder.key(file);
      channel = FileChannel.open(file);
    } catch (NoSuchFileException _) {
      incoming.requireThere();
      return Optional.empty();
    }
    boolean handedOver = false;
    try {
      if (Blob.digestOf(channel).equals(digest)) {
        var blob = new Blob(digest, key, channel);
        handedOver = true;
        return Optional.of(blob);
      }
      setAside(digest, file, key);
      return Optional.empty();
    } finally {
      if (!handedOver) {
        channel.close();
      }
    }
  }

  /** Returns false if the blob's file is no longer the one of its name. */
  private boolean renew(Blob blob) {
    var file = visible.file(blob.digest());
    synchronized (names) {
      if (!isStill(blob.key(), file)) {
        return false;
      }
      try {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      } catch (IOException e) {
        // It is there all the same; only nothing may be removed by its age from now on.
        if (agesAreTrue) {
          LOG.warnf("The age of %s cannot be renewed, nothing is collected now: %s", file, e);
        }
        agesAreTrue = false;
      }
      return true;
    }
  }

  private void setAside(Digest digest, Path file, Object key) {
    synchronized (names) {
      if (isStill(key, file)) {
        quarantine.take(digest, file);
      }
    }
  }

  private static boolean isStill(Object key, Path file) {
    try {
      return key.equals(BlobFolder.key(file));
    } catch (IOException _) {
      return false;
    }
  }
}
