package io.flexibleupgrades.worker.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.worker.fixture.FakeStore;
import io.flexibleupgrades.worker.fixture.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker's folder on a disk of 8 MiB; skipped where none can be mounted. */
class FullDiskIT {
  private static final int MEBIBYTE = 1024 * 1024;

  @TempDir Path folder = Path.of("");
  private final FakeStore store = FakeStore.start();
  private final StoreClient client = new StoreClient(store.address(), Duration.ofSeconds(20));

  @BeforeEach
  void mount() {
    SmallDisk.mount(folder);
  }

  @AfterEach
  void unmount() {
    store.close();
    SmallDisk.unmount(folder);
  }

  @Test
  @DisplayName("B41: a cache that may be larger than its disk makes room instead of failing")
  void makesRoomOnADiskThatIsTooSmall() throws Exception {
    var cache = new BlobCache(folder.resolve("blobs"), 1_000L * MEBIBYTE, client);

    for (int i = 0; i < 12; i++) {
      var digest = blob(i, 2 * MEBIBYTE);
      try (var held = cache.hold(List.of(digest))) {
        assertThat(StoreClient.digestOf(held.file(digest))).isEqualTo(digest);
      }
    }
  }

  @Test
  @DisplayName("B39: a disk that others have filled is a fault at once, and none when it has room")
  void saysAtOnceThatTheDiskIsFull() throws Exception {
    var cache = new BlobCache(folder.resolve("blobs"), 1_000L * MEBIBYTE, client);
    var other = Files.write(folder.resolve("other"), new byte[7 * MEBIBYTE]);
    var digest = blob(1, 2 * MEBIBYTE);

    long start = System.nanoTime();
    assertThatExceptionOfType(StoreFaultException.class)
        .isThrownBy(() -> cache.hold(List.of(digest)))
        .withMessageContaining("Cannot write to the worker's folder");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));

    Files.delete(other);
    cache.hold(List.of(digest)).close();
    assertThat(folder.resolve("blobs").toFile().list()).containsExactly(digest.value());
  }

  private Digest blob(int seed, int bytes) {
    var blob = new byte[bytes];
    new Random(seed).nextBytes(blob);
    return store.put(blob);
  }
}
