package io.flexibleupgrades.worker.artifacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.worker.fixture.FakeStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobCacheIT {
  @TempDir Path folder = Path.of("");
  private final FakeStore store = FakeStore.start();
  private final StoreClient client = new StoreClient(store.address(), Duration.ofSeconds(5));

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void fetchesABlobOnceAndServesItFromDisk() throws Exception {
    var digest = store.put(bytes("one"));
    var cache = new BlobCache(folder, 1_000, client);

    try (var _ = cache.hold(List.of(digest));
        var again = cache.hold(List.of(digest))) {
      assertThat(again.file(digest)).hasContent("one");
    }

    assertThat(store.fetches()).isEqualTo(1);
  }

  @Test
  void fetchesAgainWhatIsCorruptOnDisk() throws Exception {
    var digest = store.put(bytes("one"));
    Files.writeString(folder.resolve(digest.value()), "other bytes of an earlier worker");

    try (var held = new BlobCache(folder, 1_000, client).hold(List.of(digest))) {
      assertThat(held.file(digest)).hasContent("one");
    }
  }

  @Test
  void removesTheLeastRecentlyUsedButNothingThatIsHeld() throws Exception {
    var old = store.put(bytes("a".repeat(400)));
    var held = store.put(bytes("b".repeat(400)));
    var fresh = store.put(bytes("c".repeat(400)));
    var cache = new BlobCache(folder, 1_000, client);

    try (var keeping = cache.hold(List.of(held))) {
      cache.hold(List.of(old)).close();
      cache.hold(List.of(fresh)).close();

      assertThat(keeping.file(held)).exists();
      assertThat(folder.resolve(old.value())).doesNotExist();
      assertThat(folder.resolve(fresh.value())).exists();
    }
  }

  @Test
  void saysWhichBlobIsMissing() throws Exception {
    var missing = Digest.of(bytes("never stored"));
    var cache = new BlobCache(folder, 1_000, client);

    assertThatExceptionOfType(StoreFaultException.class)
        .isThrownBy(() -> cache.hold(List.of(missing)))
        .withMessageContaining(missing.value());
  }

  @Test
  void goesOnWhenTheStoreIsBack() throws Exception {
    var digest = store.put(bytes("one"));
    store.refuse(3);

    try (var held = new BlobCache(folder, 1_000, client).hold(List.of(digest))) {
      assertThat(held.file(digest)).hasContent("one");
    }
  }

  @Test
  void givesUpOnAStoreThatStaysAway() throws Exception {
    var digest = store.put(bytes("one"));
    store.close();
    var impatient = new StoreClient(store.address(), Duration.ofMillis(300));

    assertThatExceptionOfType(StoreFaultException.class)
        .isThrownBy(() -> impatient.has(digest))
        .withMessageContaining("did not give or take");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
