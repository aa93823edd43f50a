package io.flexibleupgrades.cli.bundle;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;

/** The regular files below a folder. Nothing outside the folder is ever reached. */
public final class SourceTree {
  static final int MOST_FILES = 10_000;
  static final long LARGEST_FILE_BYTES = 64L * 1024 * 1024;
  static final long LARGEST_TREE_BYTES = 256L * 1024 * 1024;

  private final SortedMap<String, Path> files = new TreeMap<>();
  private long bytes;

  private SourceTree() {}

  /** Returns the files of a folder, or refuses it with the file that is wrong. */
  public static SourceTree of(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new RefusedFolderException(
          folder,
          Files.isSymbolicLink(folder) ? "It is a link." : "The folder is missing.",
          "Put the sources themselves into this folder.");
    }
    var tree = new SourceTree();
    try {
      Files.walkFileTree(folder, tree.new Collector(folder));
    } catch (IOException e) {
      throw new RefusedFolderException(
          folder, "It cannot be read: " + e + ".", "Check the files and their permissions.");
    }
    return tree;
  }

  /** Returns the files by their path below the folder, with {@code /} between its parts. */
  public SortedMap<String, Path> files() {
    return files;
  }

  public long bytes() {
    return bytes;
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    private final Path folder;

    Collector(Path folder) {
      this.folder = folder;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isSymbolicLink()) {
        throw new RefusedFolderException(
            file, "It is a link, and links are not followed.", "Put the file itself there.");
      }
      if (!attributes.isRegularFile()) {
        throw new RefusedFolderException(file, "It is no regular file.", "Remove it.");
      }
      if (attributes.size() > LARGEST_FILE_BYTES) {
        throw new RefusedFolderException(
            file, "It has more than 64 MiB.", "Remove it from the sources.");
      }
      bytes += attributes.size();
      files.put(name(file), file);
      if (files.size() > MOST_FILES || bytes > LARGEST_TREE_BYTES) {
        throw new RefusedFolderException(
            folder,
            "It holds more than 10,000 files or 256 MiB.",
            "Split the module or remove what it does not need.");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      throw new RefusedFolderException(
          file, "It cannot be read: " + e + ".", "Check its permissions.");
    }

    private String name(Path file) {
      return folder.relativize(file).toString().replace('\\', '/');
    }
  }
}
