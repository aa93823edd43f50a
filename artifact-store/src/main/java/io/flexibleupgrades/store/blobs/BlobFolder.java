package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Consumer;

/** Where each blob's file is, {@code sha256/ab/cd…}. */
record BlobFolder(Path folder) {
  private static final int PREFIX = 2;

  static BlobFolder in(Path store) throws IOException {
    var folder = Files.createDirectories(store.resolve("sha256"));
    force(store);
    return new BlobFolder(folder);
  }

  Path file(Digest digest) {
    return below(digest).resolve(digest.value().substring(PREFIX));
  }

  /** Makes the blob's folder if it is not there; the caller sees that nobody else does so. */
  void make(Digest digest) throws IOException {
    var below = below(digest);
    if (Files.notExists(below)) {
      Files.createDirectory(below);
      force(folder);
    }
  }

  /** Returns once the blob's name survives a power cut. */
  void force(Digest digest) throws IOException {
    force(below(digest));
  }

  /** Shows all blobs, in no order; those that come or go meanwhile may be among them. */
  void forEach(Consumer<StoredBlob> reader) throws IOException {
    try (var folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (var below : folders) {
        try (var files = Files.newDirectoryStream(below)) {
          for (var file : files) {
            stored(below.getFileName() + file.getFileName().toString(), file).ifPresent(reader);
          }
        } catch (java.nio.file.DirectoryIteratorException e) {
          throw e.getCause();
        }
      }
    }
  }

  /** Returns what tells this file from another one of the same name. */
  static Object key(Path file) throws IOException {
    return Optional.ofNullable(Files.readAttributes(file, "fileKey").get("fileKey"));
  }

  private static Optional<StoredBlob> stored(String name, Path file) throws IOException {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? Optional.of(
              new StoredBlob(
                  new Digest(name), attributes.lastModifiedTime().toInstant(), attributes.size()))
          : Optional.empty();
    } catch (IllegalArgumentException | NoSuchFileException _) {
      return Optional.empty();
    }
  }

  private Path below(Digest digest) {
    return folder.resolve(digest.value().substring(0, PREFIX));
  }

  private static void force(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
