package io.flexibleupgrades.embedded.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL binaries from their jar into a folder. */
final class PostgresBinariesMain {

  private PostgresBinariesMain() {}

  /**
   * Unpacks and ends.
   *
   * @param args the jar, the folder to fill
   */
  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[1]).toAbsolutePath().normalize();
    try (var jar = new ZipFile(args[0])) {
      var archive =
          jar.stream()
              .filter(entry -> entry.getName().endsWith(".txz"))
              .findFirst()
              .orElseThrow(() -> new IOException(args[0] + " holds no .txz archive"));
      try (var tar = tarOf(jar.getInputStream(archive))) {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
          unpack(tar, entry, folder);
        }
      }
    }
  }

  private static TarArchiveInputStream tarOf(InputStream archive) throws IOException {
    return new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)));
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    var target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("The archive's entry " + entry.getName() + " leaves its folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, folder.resolve(entry.getLinkName()).normalize());
    } else {
      Files.copy(tar, target);
      var executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
