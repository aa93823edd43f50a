package io.flexibleupgrades.store.blobs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The folder in which this process collects uploads. It is locked as long as the process lives, so
 * that another one that starts on the same folder removes only what a killed process left.
 */
final class IncomingFolder implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(IncomingFolder.class);
  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel lockFile;
  private final FileLock lock;

  private IncomingFolder(Path folder, FileChannel lockFile, FileLock lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** Returns a new folder below {@code parent}, after removing those that nobody holds. */
  static IncomingFolder in(Path parent) throws IOException {
    Files.createDirectories(parent);
    // Of two that start at once, neither may take the other's new folder for one that was left.
    try (var starting = lockFile(parent);
        var _ = starting.lock()) {
      for (var left : foldersIn(parent)) {
        if (isFree(left)) {
          LOG.infof("Removing the unfinished uploads of an earlier process: %s", left);
          remove(left);
        }
      }
      var folder = Files.createDirectory(parent.resolve(UUID.randomUUID().toString()));
      var lockFile = lockFile(folder);
      return new IncomingFolder(folder, lockFile, lockFile.lock());
    }
  }

  /** Returns a path that nobody uses yet. */
  Path fresh() {
    return folder.resolve(UUID.randomUUID().toString());
  }

  /**
   * Returns if the folder is where it was.
   *
   * @throws IOException if not: its volume was unmounted, and that nothing is found means nothing
   */
  void requireThere() throws IOException {
    if (!Files.exists(folder.resolve(LOCK))) {
      throw new IOException("The store's folder %s is gone. Is it mounted?".formatted(folder));
    }
  }

  /** Whether no other process collects uploads here. */
  boolean isAlone() throws IOException {
    for (var other : foldersIn(folder.resolveSibling(""))) {
      if (!other.getFileName().equals(folder.getFileName()) && !isFree(other)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFree(Path folder) throws IOException {
    try (var lockFile = lockFile(folder);
        var lock = lockFile.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException _) {
      return false;
    } catch (NoSuchFileException _) {
      return true;
    }
  }

  private static FileChannel lockFile(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static List<Path> foldersIn(Path parent) throws IOException {
    try (var files = Files.list(parent)) {
      return files.filter(Files::isDirectory).toList();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  @Override
  public void close() throws IOException {
    remove(folder);
    lock.release();
    lockFile.close();
  }
}
