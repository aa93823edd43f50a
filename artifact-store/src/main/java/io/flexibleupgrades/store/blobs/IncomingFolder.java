package io.flexibleupgrades.store.blobs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
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
    try (var folders = Files.list(parent)) {
      for (var left : folders.toList()) {
        removeIfLeft(left);
      }
    }
    var folder = Files.createDirectory(parent.resolve(UUID.randomUUID().toString()));
    var lockFile =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return new IncomingFolder(folder, lockFile, lockFile.lock());
  }

  /** Returns a path that nobody uses yet. */
  Path fresh() {
    return folder.resolve(UUID.randomUUID().toString());
  }

  private static void removeIfLeft(Path folder) throws IOException {
    try (var lockFile =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = lockFile.tryLock()) {
      if (lock == null) {
        return;
      }
      LOG.infof("Removing the unfinished uploads of an earlier process: %s", folder);
      remove(folder);
    } catch (OverlappingFileLockException _) {
      LOG.debugf("%s is in use by this process", folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    remove(folder);
    lock.release();
    lockFile.close();
  }
}
