package io.flexibleupgrades.worker.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.worker.fixture.FakeStore;
import io.flexibleupgrades.worker.fixture.Line;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreTroubleIT {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration BOUND = Duration.ofSeconds(12);

  @TempDir Path folder = Path.of("");
  private final FakeStore store = FakeStore.start();
  private final Line line = Line.to(store.address().getPort());
  private final StoreClient client =
      new StoreClient(URI.create("http://127.0.0.1:" + line.port()), PATIENCE);

  @AfterEach
  void stop() {
    line.close();
    store.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Line.State.class,
      names = {"CUT", "STALLED", "SLOW"})
  @DisplayName("G17: a download from a store that is cut off, silent or slow fails in bounded time")
  void aDownloadFailsInBoundedTime(Line.State trouble) throws Exception {
    var digest = store.put(noise(1_000_000));
    client.has(digest);
    line.set(trouble);

    long start = System.nanoTime();
    assertThatExceptionOfType(StoreFaultException.class)
        .isThrownBy(() -> client.fetch(digest, folder.resolve("blob")))
        .withMessageContaining("did not give or take");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
    line.set(Line.State.OPEN);
    client.fetch(digest, folder.resolve("blob"));
    assertThat(StoreClient.digestOf(folder.resolve("blob"))).isEqualTo(digest);
  }

  @ParameterizedTest
  @EnumSource(
      value = Line.State.class,
      names = {"CUT", "STALLED", "SLOW"})
  @DisplayName("G17: an upload to a store that is cut off, silent or slow fails in bounded time")
  void anUploadFailsInBoundedTime(Line.State trouble) throws Exception {
    var blob = noise(4_000_000);
    var file = Files.write(folder.resolve("artifact"), blob);
    line.set(trouble);

    long start = System.nanoTime();
    assertThatExceptionOfType(StoreFaultException.class)
        .isThrownBy(() -> client.store(Digest.of(blob), file));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
    line.set(Line.State.OPEN);
    client.store(Digest.of(blob), file);
    assertThat(store.blob(Digest.of(blob))).isEqualTo(blob);
  }

  @Test
  @DisplayName("G17: a store that comes back within the patience is no fault")
  void goesOnWhenTheLineIsBack() throws Exception {
    var digest = store.put(noise(100_000));
    var patient =
        new StoreClient(URI.create("http://127.0.0.1:" + line.port()), Duration.ofSeconds(30));
    line.set(Line.State.CUT);
    Thread.ofVirtual()
        .start(() -> {
          try {
            Thread.sleep(1_000);
            line.set(Line.State.OPEN);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });

    patient.fetch(digest, folder.resolve("blob"));

    assertThat(StoreClient.digestOf(folder.resolve("blob"))).isEqualTo(digest);
  }

  private static byte[] noise(int bytes) {
    var noise = new byte[bytes];
    new Random(1).nextBytes(noise);
    return noise;
  }
}
