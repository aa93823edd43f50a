package io.flexibleupgrades.systemtests.life;

import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;

/** Artifacts as the store's disk has them. */
final class StoredArtifact {
  private StoredArtifact() {}

  /** Changes one byte in the middle of an artifact's file. */
  static void flipAByte(RunningSystem system, String digest) throws IOException {
    var file =
        system
            .stateFolder()
            .resolve("store/sha256")
            .resolve(digest.substring(0, 2))
            .resolve(digest.substring(2));
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
