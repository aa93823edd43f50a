package io.flexibleupgrades.worker.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.worker.daemon.ArtifactJar;
import io.flexibleupgrades.worker.fixture.Bundles;
import io.flexibleupgrades.worker.fixture.FakeStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathManifestsIT {
  private static final Digest ANY = Digest.of(new byte[0]);

  private final FakeStore store = FakeStore.start();
  private final ClassPathManifests manifests;

  ClassPathManifestsIT(@TempDir Path folder) throws IOException {
    var client = new StoreClient(store.address(), Duration.ofSeconds(5));
    manifests = new ClassPathManifests(new BlobCache(folder, 1_000_000, client));
  }

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void theClosureIsWhatTheDirectProducersWereCompiledAgainst() throws Exception {
    var core = artifact("Core");
    var money = artifact("Money", core);
    var orders = artifact("Orders", core, money);
    var mail = artifact("Mail", core);

    assertThat(closure(orders, mail)).containsExactly(core, mail, money, orders);
  }

  @Test
  void theArtifactNamedDirectlyCounts() throws Exception {
    var old = new ProducerArtifact(new ModuleId("Core"), store.put(new byte[] {1}));
    var core = artifact("Core");
    var orders = artifact("Orders", old);

    assertThat(closure(core, orders)).containsExactly(core, orders);
  }

  @Test
  void remembersNoMoreThanFitsHoweverLongTheClassPathsAre() throws Exception {
    var all = new ArrayList<ProducerArtifact>();
    for (int i = 0; i < 1_000; i++) {
      all.add(new ProducerArtifact(new ModuleId("M" + i), ANY));
    }
    for (int i = 0; i < 60; i++) {
      var deep = artifact("Deep" + i, all.toArray(ProducerArtifact[]::new));

      assertThat(closure(deep)).hasSize(1_001);
      assertThat(closure(deep)).hasSize(1_001);
      assertThat(manifests.remembered()).isBetween(1_000, 50_000);
    }
  }

  @Test
  void saysThatABlobIsNoArtifact() {
    var zip = store.put(Bundles.of(Map.of("a.txt", "a")));

    assertThatExceptionOfType(StoreFaultException.class)
        .isThrownBy(() -> closure(new ProducerArtifact(new ModuleId("A"), zip)))
        .withMessageContaining("is no artifact");
  }

  private List<ProducerArtifact> closure(ProducerArtifact... direct) throws Exception {
    return manifests.closure(List.of(direct));
  }

  private ProducerArtifact artifact(String module, ProducerArtifact... classPath) {
    var id = new ModuleId(module);
    var metadata =
        new ArtifactMetadata(
            id,
            new PlatformVersion("11.9.0"),
            ANY,
            ANY,
            "javac",
            List.of(),
            null,
            List.of(classPath));
    var json = metadata.json().getBytes(StandardCharsets.UTF_8);
    return new ProducerArtifact(id, store.put(Bundles.zip(Map.of(ArtifactJar.METADATA, json))));
  }
}
