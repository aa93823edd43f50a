package io.flexibleupgrades.worker.artifacts;

import io.flexibleupgrades.events.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The store's blobs on the worker's disk, by digest. A file is verified when this worker first uses
 * it. Above the limit, or when the disk is almost full, the least recently used go, but none that
 * somebody holds. Thread-safe.
 */
public final class BlobCache {
  private static final Logger LOG = System.getLogger(BlobCache.class.getName());
  private static final long MOST_RESERVE_BYTES = 256L * 1024 * 1024;

  private final Path folder;
  private final long mostBytes;
  private final StoreClient store;
  private final Map<Digest, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  private static final class Entry {
    int holders;
    long size;
    boolean verified;
  }

  /** Blobs that stay on disk until this is closed. */
  public final class Held implements AutoCloseable {
    private final Map<Digest, Path> files = new HashMap<>();

    private Held() {}

    /** Returns the file of one of the blobs that were asked for. */
    public Path file(Digest digest) {
      var file = files.get(digest);
      if (file == null) {
        throw new IllegalArgumentException("Blob " + digest + " is not held.");
      }
      return file;
    }

    @Override
    public void close() {
      files.keySet().forEach(BlobCache.this::release);
      files.clear();
    }
  }

  /**
   * Opens the cache in this folder, with what an earlier worker left there.
   *
   * @param mostBytes to keep, if nobody holds more
   */
  public BlobCache(Path folder, long mostBytes, StoreClient store) throws IOException {
    this.folder = folder;
    this.mostBytes = mostBytes;
    this.store = store;
    Files.createDirectories(folder);
    for (var file : oldestFirst(folder)) {
      register(file);
    }
  }

  /** Returns these blobs, fetched where they are missing. */
  public Held hold(Collection<Digest> digests) throws StoreFaultException, InterruptedException {
    var held = new Held();
    try {
      for (var digest : digests) {
        if (!held.files.containsKey(digest)) {
          var entry = acquire(digest);
          held.files.put(digest, fileOf(digest));
          ensure(digest, entry);
        }
      }
      evict();
      return held;
    } catch (StoreFaultException | InterruptedException | RuntimeException e) {
      held.close();
      throw e;
    }
  }

  /** Takes over a file whose digest is known, so that it need not be fetched. */
  public void adopt(Digest digest, Path file) throws IOException {
    var entry = acquire(digest);
    try {
      synchronized (entry) {
        long size = Files.size(file);
        Files.move(
            file,
            fileOf(digest),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        entry.verified = true;
        resized(entry, size);
      }
    } finally {
      release(digest);
    }
    evict();
  }

  private void ensure(Digest digest, Entry entry) throws StoreFaultException, InterruptedException {
    var file = fileOf(digest);
    // One fetch per blob, however many slots ask for it.
    synchronized (entry) {
      if (entry.verified && Files.exists(file)) {
        return;
      }
      try {
        if (!Files.exists(file) || !StoreClient.digestOf(file).equals(digest)) {
          try {
            fetch(digest, file);
          } catch (IOException e) {
            LOG.log(Level.WARNING, "the cache in {0} is emptied to make room: {1}", folder, e);
            evict(0);
            fetch(digest, file);
          }
        }
        entry.verified = true;
        resized(entry, Files.size(file));
      } catch (IOException e) {
        throw new StoreFaultException(
            "Cannot write to the worker's folder %s: %s.".formatted(folder, e));
      }
    }
  }

  private void fetch(Digest digest, Path file)
      throws StoreFaultException, IOException, InterruptedException {
    var fresh = Files.createTempFile(folder, "fetch-", ".tmp");
    try {
      store.fetch(digest, fresh);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private synchronized Entry acquire(Digest digest) {
    var entry = entries.computeIfAbsent(digest, _ -> new Entry());
    entry.holders++;
    return entry;
  }

  private synchronized void release(Digest digest) {
    var entry = entries.get(digest);
    if (entry != null) {
      entry.holders--;
      if (entry.holders == 0 && !entry.verified) {
        entries.remove(digest);
      }
    }
  }

  private synchronized void resized(Entry entry, long size) {
    bytes += size - entry.size;
    entry.size = size;
  }

  // A disk that is almost full counts as a cache that is: the compiler needs room there too.
  private void evict() {
    var disk = folder.toFile();
    long reserve = Math.min(MOST_RESERVE_BYTES, disk.getTotalSpace() / 10);
    evict(disk.getUsableSpace() < reserve ? 0 : mostBytes);
  }

  private synchronized void evict(long most) {
    var gone = new ArrayList<Digest>();
    for (var candidate : entries.entrySet()) {
      if (bytes <= most) {
        break;
      }
      if (candidate.getValue().holders == 0) {
        bytes -= candidate.getValue().size;
        gone.add(candidate.getKey());
      }
    }
    for (var digest : gone) {
      entries.remove(digest);
      try {
        Files.deleteIfExists(fileOf(digest));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot remove a blob from the worker's folder.", e);
      }
    }
  }

  private void register(Path file) throws IOException {
    var name = file.getFileName().toString();
    if (name.endsWith(".tmp")) {
      Files.delete(file);
    } else if (name.matches("[0-9a-f]{64}")) {
      var entry = new Entry();
      entries.put(new Digest(name), entry);
      resized(entry, Files.size(file));
    }
  }

  private Path fileOf(Digest digest) {
    return folder.resolve(digest.value());
  }

  private static List<Path> oldestFirst(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted(Comparator.comparingLong(file -> file.toFile().lastModified())).toList();
    }
  }
}
