package io.flexibleupgrades.store.process;

import static io.flexibleupgrades.store.http.StoreClient.ZIP;
import static io.flexibleupgrades.store.http.StoreClient.blob;
import static io.flexibleupgrades.store.http.StoreClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The volume of the store's folder is full, read-only, or gone, and comes back. */
class FullDiskIT {
  private static final int ROUNDS = Integer.getInteger("flexup.store.full-disks", 2);
  private static final long SEED = Long.getLong("flexup.store.seed", System.nanoTime());
  private static final String NO_RESERVE = "flexup.store.reserve-bytes=0";

  private final Random random = new Random(SEED);
  private final Path folder;
  private Volume volume;
  private StoreFiles files;

  @SuppressWarnings("NullAway.Init")
  FullDiskIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void mount() throws IOException {
    volume = Volume.of(folder, "12m");
    files = new StoreFiles(volume.folder().resolve("store"));
  }

  @AfterEach
  void unmount() throws IOException {
    if (volume != null) {
      volume.close();
    }
  }

  @Test
  @DisplayName("G11: a full disk answers 507, serves reads, and goes on when there is room")
  void refusesWritesServesReadsAndGoesOn() throws Exception {
    try (var store = StoreProcess.start(files.folder(), NO_RESERVE)) {
      var kept = new ArrayList<byte[]>();
      int refused = 0;
      for (int round = 0; round < ROUNDS; round++) {
        refused += fill(store, kept);
        var late = StoreFiles.bundle(random, 1_000_000);
        problem(store.client().put(blob(Digest.of(late)), ZIP, late), 507, "store-full");
        assertServes(store, kept);

        var room = kept.remove(random.nextInt(kept.size()));
        Files.delete(files.file(Digest.of(room)));
        assertThat(store.put(room)).as("seed %s", SEED).isEqualTo(201);
        kept.add(room);
        for (var bundle : kept.subList(0, kept.size() / 2)) {
          Files.delete(files.file(Digest.of(bundle)));
        }
        kept.subList(0, kept.size() / 2).clear();
      }
      assertServes(store, kept);
      System.out.printf(
          "G11 full disk: %d times full, %d uploads refused with 507, 0 partial, all kept served,"
              + " no restart (seed %d)%n",
          ROUNDS, refused, SEED);
    }
  }

  @Test
  @DisplayName("G11: a read-only volume answers 503 to writes and serves reads")
  void servesReadsFromAReadOnlyVolume() throws IOException {
    try (var store = StoreProcess.start(files.folder(), NO_RESERVE)) {
      var kept = StoreFiles.bundle(random, 10_000);
      var late = StoreFiles.bundle(random, 10_000);
      assertThat(store.put(kept)).isEqualTo(201);
      volume.attachReadOnly();

      problem(store.client().put(blob(Digest.of(late)), ZIP, late), 503, "storage-unavailable");
      assertServes(store, List.of(kept));

      volume.detach();
      volume.attach();
      assertThat(store.put(late)).isEqualTo(201);
    }
  }

  @Test
  @DisplayName("G11: a volume that is gone is not taken for an empty one")
  void saysThatTheFolderIsGoneInsteadOfMissingBlobs() throws IOException {
    try (var store = StoreProcess.start(files.folder(), NO_RESERVE)) {
      var kept = StoreFiles.bundle(random, 10_000);
      var path = blob(Digest.of(kept));
      assertThat(store.put(kept)).isEqualTo(201);
      volume.detach();

      problem(store.client().get(path), 503, "storage-unavailable");
      problem(store.client().put(path, ZIP, kept), 503, "storage-unavailable");
      assertThat(volume.folder()).isEmptyDirectory();

      volume.attach();
      assertServes(store, List.of(kept));
      assertThat(store.put(StoreFiles.bundle(random, 10_000))).isEqualTo(201);
    }
  }

  @Test
  @DisplayName("G11: a corrupt blob that cannot be set aside is reported missing, and replaced")
  void replacesACorruptBlobThatCannotBeSetAside() throws IOException {
    try (var store = StoreProcess.start(files.folder(), NO_RESERVE)) {
      var bundle = StoreFiles.bundle(random, 10_000);
      var path = blob(Digest.of(bundle));
      assertThat(store.put(bundle)).isEqualTo(201);
      Damage.FLIPPED_BYTE.to(files.file(Digest.of(bundle)), random);
      var quarantine = files.folder().resolve("quarantine");
      Files.delete(quarantine);
      Files.createFile(quarantine);

      problem(store.client().get(path), 404, "blob-not-found");
      assertThat(store.put(bundle)).isEqualTo(201);
      assertServes(store, List.of(bundle));
    }
  }

  /** Uploads from many at once until one is refused; returns how many were. */
  private int fill(StoreProcess store, List<byte[]> kept) throws Exception {
    int refused = 0;
    while (refused == 0) {
      var uploads = new ArrayList<Callable<Integer>>();
      var bundles = new ArrayList<byte[]>();
      for (int upload = 0; upload < 4; upload++) {
        var bundle = StoreFiles.bundle(random, 200_000 + random.nextInt(600_000));
        bundles.add(bundle);
        uploads.add(() -> store.put(bundle));
      }
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var answers = threads.invokeAll(uploads);
        for (int upload = 0; upload < bundles.size(); upload++) {
          int status = answers.get(upload).get();
          assertThat(status).as("seed %s", SEED).isIn(201, 507);
          if (status == 201) {
            kept.add(bundles.get(upload));
          } else {
            refused++;
          }
        }
      }
    }
    return refused;
  }

  private void assertServes(StoreProcess store, List<byte[]> kept) throws IOException {
    for (var bundle : kept) {
      assertThat(store.client().get(blob(Digest.of(bundle))).body())
          .as("seed %s", SEED)
          .isEqualTo(bundle);
    }
    assertThat(files.partial()).as("seed %s", SEED).isEmpty();
    assertThat(files.uploads()).as("seed %s", SEED).isEmpty();
  }
}
