package io.flexibleupgrades.store.process;

import static io.flexibleupgrades.store.http.StoreClient.ZIP;
import static io.flexibleupgrades.store.http.StoreClient.blob;
import static io.flexibleupgrades.store.http.StoreClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.http.StoreClient;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stored files go bad under a running store. */
class FlippedBytesIT {
  private static final int FLIPS = Integer.getInteger("flexup.store.flips", 150);
  private static final long SEED = Long.getLong("flexup.store.seed", System.nanoTime());

  private static final List<Damage> DAMAGES = List.of(Damage.values());

  private final Random random = new Random(SEED);
  private final StoreFiles files;

  FlippedBytesIT(@TempDir Path folder) {
    this.files = new StoreFiles(folder);
  }

  @Test
  @DisplayName("G11: every damaged file is noticed, set aside, reported missing, and healed")
  void servesNoDamagedFileAndHealsItByAnUpload() throws IOException {
    try (var store = StoreProcess.start(files.folder())) {
      var bundles = new ArrayList<byte[]>();
      for (int bytes : List.of(1, 100, 3_000, 65_536, 70_000, 300_000, 2_000_000)) {
        bundles.add(StoreFiles.bundle(random, bytes));
      }
      bundles.forEach(bundle -> assertThat(store.put(bundle)).isEqualTo(201));

      int damaged = 0;
      while (damaged < FLIPS) {
        damaged += damage(store.client(), bundles);
        assertThat(files.quarantined()).as("seed %s", SEED).hasSize(damaged);
      }

      System.out.printf(
          "G11 flips: %,d damaged files, %,d noticed, 0 served, all healed (seed %d)%n",
          damaged, files.quarantined().size(), SEED);
    }
  }

  /** Damages one file or two, and returns how many. */
  private int damage(StoreClient store, List<byte[]> bundles) throws IOException {
    int chosen = random.nextInt(bundles.size());
    var one = bundles.get(chosen);
    if (random.nextInt(5) == 0) {
      var other = bundles.get((chosen + 1) % bundles.size());
      swap(files.file(Digest.of(one)), files.file(Digest.of(other)));
      assertMissingUntilPut(store, one);
      assertMissingUntilPut(store, other);
      return 2;
    }
    DAMAGES.get(random.nextInt(DAMAGES.size())).to(files.file(Digest.of(one)), random);
    assertMissingUntilPut(store, one);
    return 1;
  }

  private void assertMissingUntilPut(StoreClient store, byte[] bundle) {
    var path = blob(Digest.of(bundle));
    switch (random.nextInt(4)) {
      case 0 -> problem(store.get(path), 404, "blob-not-found");
      case 1 ->
          problem(
              store.get(path, "if-none-match", "\"" + Digest.of(bundle) + "\""),
              404,
              "blob-not-found");
      case 2 ->
          assertThat(store.send("HEAD", path, BodyPublishers.noBody()).statusCode()).isEqualTo(404);
      default -> {
        // The upload itself is the first to notice.
      }
    }
    assertThat(store.put(path, ZIP, bundle).statusCode()).as("seed %s", SEED).isEqualTo(201);
    assertThat(store.get(path).body()).as("seed %s", SEED).isEqualTo(bundle);
  }

  private static void swap(Path one, Path other) throws IOException {
    var aside = one.resolveSibling("aside");
    Files.move(one, aside, StandardCopyOption.ATOMIC_MOVE);
    Files.move(other, one, StandardCopyOption.ATOMIC_MOVE);
    Files.move(aside, other, StandardCopyOption.ATOMIC_MOVE);
  }
}
