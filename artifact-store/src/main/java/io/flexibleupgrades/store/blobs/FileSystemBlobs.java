package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
  private final BlobNames names;

  private FileSystemBlobs(
      BlobFolder visible, IncomingFolder incoming, Quarantine quarantine, StoreCapacity capacity) {
    this.visible = visible;
    this.incoming = incoming;
    this.uploads = new IncomingUploads(incoming, capacity);
    this.quarantine = quarantine;
    this.capacity = capacity;
    this.names = new BlobNames(visible, quarantine, capacity);
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
          !isIntact(digest)
              && (names.place(upload, false) || (!isIntact(digest) && names.place(upload, true)));
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
      if (blob.isEmpty() || names.renew(blob.get())) {
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
  public void readEntry(Digest digest, String name, EntryReader reader) throws IOException {
    try (var zip = new ZipFile(visible.file(digest).toFile())) {
      var entry = zip.getEntry(name);
      if (entry != null) {
        reader.read(zip.getInputStream(entry));
      }
    } catch (NoSuchFileException _) {
      incoming.requireThere();
    } catch (ZipException | EOFException e) {
      LOG.debugf("%s cannot be read as a zip: %s", digest, e);
    }
  }

  @Override
  public OptionalLong remove(Digest digest, Instant untouchedSince) throws IOException {
    if (!incoming.isAlone()) {
      throw new IOException("Another artifact store uses the same folder.");
    }
    return names.remove(digest, untouchedSince);
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
      names.setAside(digest, key);
      return Optional.empty();
    } finally {
      if (!handedOver) {
        channel.close();
      }
    }
  }
}
