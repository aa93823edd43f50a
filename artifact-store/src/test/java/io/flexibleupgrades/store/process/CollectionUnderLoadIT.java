package io.flexibleupgrades.store.process;

import static io.flexibleupgrades.store.http.StoreClient.blob;
import static io.flexibleupgrades.store.process.CollectingStore.NO_SECOND_LOOK;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Collections while clients upload, read, renew and publish the very blobs that are being removed.
 * What a client was told is there must be there from then on.
 */
class CollectionUnderLoadIT {
  private static final int ROUNDS = Integer.getInteger("flexup.store.collections", 3);
  private static final int KILLS = Integer.getInteger("flexup.store.collection-kills", 1);
  private static final int BLOBS = Integer.getInteger("flexup.store.collected-blobs", 200);
  private static final int CLIENTS = 6;
  private static final long SEED = Long.getLong("flexup.store.seed", System.nanoTime());

  private final Random random = new Random(SEED);
  private final Path folder;

  /** What the journal refers to, or a client was told is there: it must never be missing. */
  private final Set<Digest> relied = ConcurrentHashMap.newKeySet();

  private final Set<Digest> unsure = ConcurrentHashMap.newKeySet();

  private final AtomicInteger told = new AtomicInteger();
  private final AtomicInteger missed = new AtomicInteger();

  CollectionUnderLoadIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  @DisplayName(
      "G11: under load and killed in its middle, a collection removes all that is dead"
          + " and nothing that anybody relies on")
  void removesNothingThatAnybodyReliesOn() throws Exception {
    int removed = 0;
    try (var store = new CollectingStore(folder, NO_SECOND_LOOK)) {
      store.announce();
      for (int round = 0; round < ROUNDS; round++) {
        removed += round(store, round < KILLS);
      }
      assertThat(missing(store, relied)).as("seed %s", SEED).isEmpty();
    }
    assertThat(removed).isPositive();
    System.out.printf(
        "G11 collections: %d rounds, %d killed in the middle, %,d removed, %,d times told that a"
            + " blob is there, %,d times that it is missing, 0 of %,d relied on missing, 0 dead left"
            + " (seed %d)%n",
        ROUNDS, Math.min(KILLS, ROUNDS), removed, told.get(), missed.get(), relied.size(), SEED);
  }

  /** Returns how many blobs were removed. */
  private int round(CollectingStore store, boolean killed) throws Exception {
    var bundles = new HashMap<Digest, byte[]>();
    for (int blob = 0; blob < BLOBS; blob++) {
      var bundle = StoreFiles.bundle(random, 1 + random.nextInt(2_000));
      bundles.put(Digest.of(bundle), bundle);
      assertThat(store.process().put(bundle)).isEqualTo(201);
    }
    var digests = List.copyOf(bundles.keySet());
    relied.addAll(digests.subList(0, BLOBS / 10));
    store.age(digests);
    store.collect(relied);

    collectUnderLoad(store, bundles, digests, killed);

    store.collect(relied);
    assertThat(missing(store, digests)).as("seed %s", SEED).isEmpty();
    var dead = new ArrayList<>(digests);
    dead.removeAll(relied);
    dead.removeAll(unsure);
    assertThat(dead.stream().filter(digest -> store.files().file(digest).toFile().exists()))
        .as("seed %s", SEED)
        .isEmpty();
    assertThat(store.files().partial()).as("seed %s", SEED).isEmpty();
    return dead.size();
  }

  private void collectUnderLoad(
      CollectingStore store, Map<Digest, byte[]> bundles, List<Digest> digests, boolean killed)
      throws Exception {
    var over = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int client = 0; client < CLIENTS; client++) {
        var choice = new Random(random.nextLong());
        threads.execute(() -> {
          while (!over.get()) {
            ask(
                store.process(),
                digests.get(choice.nextInt(BLOBS / 2)),
                bundles,
                choice.nextInt(20));
          }
        });
      }
      var marks = Set.copyOf(relied);
      if (killed) {
        assertThat(store.mark(marks).statusCode()).isEqualTo(202);
        // The moment of the kill is what is random here, nothing is awaited.
        Thread.sleep(random.nextInt(60));
        over.set(true);
        store.killAndStart();
      } else {
        store.collect(marks);
        over.set(true);
      }
    }
  }

  private void ask(StoreProcess store, Digest digest, Map<Digest, byte[]> bundles, int what) {
    try {
      int status =
          switch (what) {
            case 0 -> store.put(bundles.getOrDefault(digest, new byte[0]));
            case 1, 2, 3, 4 -> store.client().get(blob(digest)).statusCode();
            default -> store.head(digest);
          };
      if (status == 200 || status == 201) {
        told.incrementAndGet();
        relied.add(digest);
      } else {
        assertThat(status).isEqualTo(404);
        missed.incrementAndGet();
      }
    } catch (AssertionError e) {
      if (!String.valueOf(e.getMessage()).endsWith("got no answer")) {
        throw e;
      }
      // Renewed or put, or not: nobody was told.
      unsure.add(digest);
    }
  }

  /** Returns those of the blobs that somebody relies on and that are not there. */
  private List<Digest> missing(CollectingStore store, Collection<Digest> digests) {
    return digests.stream()
        .filter(relied::contains)
        .filter(digest -> store.process().head(digest) != 200)
        .toList();
  }
}
