package io.flexibleupgrades.store.process;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.bundles.Zip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a store's folder holds, looked at from outside. */
record StoreFiles(Path folder) {
  /** Returns a bundle of this size, and a little more, that nobody has put before. */
  static byte[] bundle(RandomGenerator random, int bytes) {
    var content = new byte[bytes];
    random.nextBytes(content);
    return Zip.of("content.bin", content);
  }

  Path file(Digest digest) {
    var name = digest.value();
    return folder.resolve("sha256").resolve(name.substring(0, 2)).resolve(name.substring(2));
  }

  /** Returns the names of all visible files that are not whole. */
  List<Path> partial() throws IOException {
    var partial = new ArrayList<Path>();
    for (var file : visible()) {
      var parent = file.subpath(file.getNameCount() - 2, file.getNameCount());
      var name = parent.toString().replace("/", "");
      if (!Digest.of(Files.readAllBytes(file)).value().equals(name)) {
        partial.add(file);
      }
    }
    return partial;
  }

  List<Path> visible() throws IOException {
    return files("sha256");
  }

  List<Path> quarantined() throws IOException {
    return files("quarantine");
  }

  /** Returns unfinished uploads, also those that nobody will finish. */
  List<Path> uploads() throws IOException {
    return files("incoming").stream().filter(file -> !file.endsWith("lock")).toList();
  }

  private List<Path> files(String below) throws IOException {
    try (var files = Files.walk(folder.resolve(below))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
