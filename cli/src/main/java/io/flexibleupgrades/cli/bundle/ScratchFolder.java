package io.flexibleupgrades.cli.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder for the files of one piece of work; it is gone when the work is done. */
public final class ScratchFolder implements AutoCloseable {
  private final Path path;

  public ScratchFolder() {
    try {
      this.path = Files.createTempDirectory("flexup-");
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder can be made.", e);
    }
  }

  public Path path() {
    return path;
  }

  /** Removes the folder and what is in it. */
  @Override
  public void close() {
    empty(path, true);
  }

  /** Removes what is in a folder, and the folder itself if asked to. Links are not followed. */
  public static void empty(Path folder, boolean also) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                throws IOException {
              if (failure != null) {
                throw failure;
              }
              if (also || !visited.equals(folder)) {
                Files.delete(visited);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be emptied.", e);
    }
  }
}
