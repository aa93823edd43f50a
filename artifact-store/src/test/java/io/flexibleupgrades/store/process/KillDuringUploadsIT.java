package io.flexibleupgrades.store.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store's process is killed at random moments of many uploads. */
class KillDuringUploadsIT {
  private static final int KILLS = Integer.getInteger("flexup.store.kills", 3);
  private static final int UPLOADERS = 12;
  private static final long SEED = Long.getLong("flexup.store.seed", System.nanoTime());
  private static final Duration RESTART_LIMIT = Duration.ofSeconds(30);

  private final Random random = new Random(SEED);
  private final Set<Digest> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger brokenOff = new AtomicInteger();
  private final StoreFiles files;

  KillDuringUploadsIT(@TempDir Path folder) {
    this.files = new StoreFiles(folder);
  }

  @Test
  @DisplayName("G11: after a kill nothing partial is visible and nothing acknowledged is lost")
  void losesNothingThatItAcknowledged() throws Exception {
    var restarts = new ArrayList<Duration>();
    var store = StoreProcess.start(files.folder());
    try {
      int left = 0;
      for (int kill = 0; kill < KILLS; kill++) {
        uploadUntilKilled(store);
        left += files.uploads().size();
        store = StoreProcess.start(files.folder());
        restarts.add(store.startTime());
        assertWhole(store);
      }

      assertThat(acknowledged).as("seed %s", SEED).hasSizeGreaterThan(KILLS);
      assertThat(restarts).allMatch(time -> time.compareTo(RESTART_LIMIT) < 0);
      System.out.printf(
          "G11 kills: %d kills, %,d uploads acknowledged, %d broken off, %d temporary files swept,"
              + " 0 partial, 0 lost, slowest restart %d ms (seed %d)%n",
          KILLS,
          acknowledged.size(),
          brokenOff.get(),
          left,
          restarts.stream().mapToLong(Duration::toMillis).max().orElse(0),
          SEED);
    } finally {
      store.close();
    }
  }

  private void uploadUntilKilled(StoreProcess store) throws Exception {
    int before = acknowledged.size();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int uploader = 0; uploader < UPLOADERS; uploader++) {
        threads.execute(new Uploader(store.port(), random.nextLong(), acknowledged, brokenOff));
      }
      while (acknowledged.size() == before) {
        Thread.sleep(1);
      }
      // The moment of the kill is what is random here, nothing is awaited.
      Thread.sleep(random.nextInt(500));
      store.kill();
    }
  }

  private void assertWhole(StoreProcess store) throws Exception {
    assertThat(files.partial()).as("seed %s", SEED).isEmpty();
    assertThat(files.uploads()).as("seed %s", SEED).isEmpty();
    assertThat(files.quarantined()).as("seed %s", SEED).isEmpty();
    for (var digest : acknowledged) {
      assertThat(store.head(digest)).as("%s, seed %s", digest, SEED).isEqualTo(200);
    }
  }
}
