package io.flexibleupgrades.cli.bundle;

import io.flexibleupgrades.events.Digest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/**
 * A zip file that depends on nothing but the names and bytes of its files. They are stored as they
 * are: compressed bytes would depend on the compression library as well.
 *
 * @param file where the zip file is
 */
public record Bundle(Path file, Digest digest) {
  private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final int BUFFER_BYTES = 64 * 1024;

  /** Writes these files, in the order of their names, into a zip file. */
  public static Bundle write(SortedMap<String, Path> files, Path zip) {
    var sha256 = Digest.sha256();
    try (var out =
        new ZipOutputStream(
            new DigestOutputStream(
                new BufferedOutputStream(Files.newOutputStream(zip), BUFFER_BYTES), sha256))) {
      for (var entry : files.entrySet()) {
        add(out, entry.getKey(), entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The bundle " + zip + " cannot be written.", e);
    }
    return new Bundle(zip, new Digest(HexFormat.of().formatHex(sha256.digest())));
  }

  private static void add(ZipOutputStream out, String name, Path file) throws IOException {
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(FIXED_TIME);
    try {
      measure(entry, file);
      out.putNextEntry(entry);
      copy(file, out);
      out.closeEntry();
    } catch (ZipException e) {
      throw new RefusedFolderException(
          file, "It changed while it was read: " + e.getMessage() + ".", "Try again.");
    } catch (java.nio.file.FileSystemException e) {
      throw new RefusedFolderException(
          file, "It cannot be read: " + e + ".", "Check its permissions.");
    }
  }

  private static void measure(ZipEntry entry, Path file) throws IOException {
    var crc = new CRC32();
    long bytes =
        copy(
            file,
            new OutputStream() {
              @Override
              public void write(int b) {
                crc.update(b);
              }

              @Override
              public void write(byte[] buffer, int offset, int length) {
                crc.update(buffer, offset, length);
              }
            });
    entry.setSize(bytes);
    entry.setCompressedSize(bytes);
    entry.setCrc(crc.getValue());
  }

  private static long copy(Path file, OutputStream out) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.transferTo(out);
    }
  }
}
