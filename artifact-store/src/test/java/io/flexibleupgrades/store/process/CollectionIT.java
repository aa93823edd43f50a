package io.flexibleupgrades.store.process;

import static io.flexibleupgrades.store.http.StoreClient.ZIP;
import static io.flexibleupgrades.store.http.StoreClient.blob;
import static io.flexibleupgrades.store.http.StoreClient.problem;
import static io.flexibleupgrades.store.process.CollectingStore.NO_SECOND_LOOK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.bundles.Zip;
import io.flexibleupgrades.store.http.Eventually;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collection removes, what it keeps, and when there is none. */
class CollectionIT {
  private static final String CUT = "{\"journal\":\"";

  private final Random random = new Random(11);
  private final Path folder;

  CollectionIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  @DisplayName("G11: a collection removes what is dead and old, and nothing else")
  void removesWhatIsDeadAndOldAndNothingElse() throws Exception {
    try (var store = new CollectingStore(folder, NO_SECOND_LOOK)) {
      var live = put(store, "live");
      var dead = put(store, "dead");
      var young = put(store, "young");
      var asked = put(store, "asked");
      var putAgain = put(store, "put again");
      var below = put(store, "compiled against");
      var middle = putArtifact(store, below);
      var artifact = putArtifact(store, middle);
      var known = put(store, "known result");
      var action = "/api/v1/actions/" + Digest.of(new byte[] {1});
      store.send("PUT", action, "{\"artifacts\":[{\"artifact\":\"%s\"}]}".formatted(known));
      store.age(List.of(live, dead, asked, putAgain, below, middle, artifact, known));
      store.announce();
      var marks = List.of(live, artifact);

      store.collect(marks);
      assertThat(there(store, List.of(dead))).as("not at first sight").isTrue();
      assertThat(store.process().head(asked)).isEqualTo(200);
      assertThat(store.process().put(zip("put again"))).isEqualTo(200);
      store.age(List.of(dead));
      store.collect(marks);

      assertThat(there(store, List.of(dead))).isFalse();
      assertThat(there(store, List.of(live, young, asked, putAgain))).isTrue();
      assertThat(there(store, List.of(artifact, middle, below, known))).isTrue();
      var metrics = new String(store.process().client().get("/q/metrics").body(), UTF_8);
      assertThat(metrics)
          .contains("flexup_store_collected_blobs_total 1")
          .contains("flexup_store_collected_bytes_total " + (double) zip("dead").length);
      assertThat(store.process().client().get(action).statusCode()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("G11: a platform distribution that a version names is kept")
  void keepsThePlatformDistributionsThatVersionsName() throws Exception {
    try (var store = new CollectingStore(folder, NO_SECOND_LOOK)) {
      var bundle =
          new Zip()
              .add(Zip.entry("platform.yaml", "version: 11.9.0\nrelease: 21\n".getBytes(UTF_8)))
              .add(Zip.entry("lib/api.jar", zip("api")))
              .bytes();
      var pushed = store.process().client().put("/api/v1/platforms/11.9.0", ZIP, bundle);
      assertThat(pushed.statusCode()).isEqualTo(201);
      var live = put(store, "live");
      store.age(List.of(live, Digest.of(bundle)));
      store.announce();

      store.collect(List.of(live));
      store.collect(List.of(live));

      assertThat(there(store, List.of(live, Digest.of(bundle)))).isTrue();
    }
  }

  @Test
  @DisplayName("G11: an action whose artifact is gone is unknown")
  void answersAMissForAnActionWhoseArtifactIsGone() throws Exception {
    try (var store = new CollectingStore(folder)) {
      var artifact = put(store, "artifact");
      var action = "/api/v1/actions/" + Digest.of(new byte[] {2});
      store.send("PUT", action, "{\"artifacts\":[{\"artifact\":\"%s\"}]}".formatted(artifact));
      assertThat(store.process().client().get(action).statusCode()).isEqualTo(200);
      Damage.FLIPPED_BYTE.to(store.files().file(artifact), random);
      assertThat(store.process().head(artifact)).isEqualTo(404);

      problem(store.process().client().get(action), 404, "action-not-found");
      assertThat(put(store, "artifact")).isEqualTo(artifact);
      assertThat(store.process().client().get(action).statusCode()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("G11: without certainty about what is live, nothing is collected")
  void refusesWhenItIsNotCertainWhatIsLive() throws Exception {
    try (var store = new CollectingStore(folder, NO_SECOND_LOOK)) {
      var live = put(store, "live");
      var dead = put(store, "dead");
      store.age(List.of(live, dead));
      var marks = List.of(live);
      problem(store.mark(marks), 409, "collection-refused");

      store.announce();
      problem(store.mark(store.journal, "head", 0, List.of()), 400, "malformed-mark-set");
      problem(store.mark(store.journal, "head", 2, marks), 400, "malformed-mark-set");
      problem(store.send("POST", "/api/v1/collections", CUT), 400, "malformed-mark-set");
      problem(store.mark(store.journal, "an older head", 1, marks), 409, "collection-refused");
      problem(store.mark(UUID.randomUUID(), "head", 1, marks), 409, "collection-refused");

      var other = UUID.randomUUID();
      assertThat(store.announce(other, "its head", "", false).statusCode()).isEqualTo(204);
      problem(store.mark(marks), 409, "collection-refused");
      problem(store.mark(other, "its head", 1, marks), 409, "collection-refused");
      store.send("DELETE", "/api/v1/journals/" + other, "");

      problem(store.announce(store.journal, "next", "wrong", false), 409, "collection-refused");
      assertThat(store.announce(store.journal, "head", "head", true).statusCode()).isEqualTo(204);
      problem(store.mark(marks), 409, "collection-refused");
      store.killAndStart();
      problem(store.mark(marks), 409, "collection-refused");
      assertThat(store.collections("done")).isZero();
      assertThat(there(store, List.of(dead))).isTrue();

      store.send("DELETE", "/api/v1/journals/" + store.journal, "");
      store.announce();
      store.collect(marks);
      store.collect(marks);
      assertThat(there(store, List.of(dead))).isFalse();
    }
  }

  @Test
  @DisplayName("G11: a mark set that took too long, and a store that is not alone, collect nothing")
  void refusesAnOldMarkSetAndASharedFolder() throws Exception {
    try (var store =
        new CollectingStore(folder, NO_SECOND_LOOK, "flexup.store.collection.oldest-mark-set=1S")) {
      var live = put(store, "live");
      var dead = put(store, "dead");
      store.age(List.of(live, dead));
      store.announce();
      store.collect(List.of(live));
      try (var _ = StoreProcess.start(folder)) {
        // Its start took longer than a mark set may.
        problem(store.mark(List.of(live)), 409, "collection-refused");
        store.announce(store.journal, "head", "head", false);
        assertThat(store.mark(List.of(live)).statusCode()).isEqualTo(202);
        Eventually.holds(() -> store.collections("failed") == 1);
        assertThat(there(store, List.of(dead))).isTrue();
      }
      store.announce(store.journal, "head", "head", false);
      assertThat(store.mark(List.of(live)).statusCode()).isEqualTo(202);
      Eventually.holds(() -> !there(store, List.of(dead)));
    }
  }

  /** Looks without asking the store, which would renew what it says is there. */
  private static boolean there(CollectingStore store, Collection<Digest> digests) {
    return digests.stream().allMatch(digest -> store.files().file(digest).toFile().exists());
  }

  private static Digest put(CollectingStore store, String content) {
    var bundle = zip(content);
    assertThat(store.process().put(bundle)).as(content).isIn(200, 201);
    return Digest.of(bundle);
  }

  private static Digest putArtifact(CollectingStore store, Digest compiledAgainst) {
    var manifest =
        "{\"module\":\"m\",\"classPath\":[{\"module\":\"p\",\"artifact\":\"%s\"}]}"
            .formatted(compiledAgainst);
    var bundle = Zip.of("META-INF/flexup/artifact.json", manifest.getBytes(UTF_8));
    assertThat(store.process().client().put(blob(Digest.of(bundle)), ZIP, bundle).statusCode())
        .isEqualTo(201);
    return Digest.of(bundle);
  }

  private static byte[] zip(String content) {
    return Zip.of("content.txt", content.getBytes(UTF_8));
  }
}
