package io.flexibleupgrades.orchestrator.whole;

import static io.flexibleupgrades.orchestrator.whole.Operator.Module.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentEvent.ModulePublished;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the artifact store is told is live, and when it is told nothing. */
@QuarkusTest
@TestProfile(CollectionIT.Collecting.class)
@QuarkusTestResource(
    value = KafkaAndPostgres.class,
    initArgs = @ResourceArg(name = "database", value = "collection_it"))
@QuarkusTestResource(FakeStore.class)
class CollectionIT extends WholeLife {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SEVERAL_COLLECTIONS = Duration.ofSeconds(2);

  @ConfigProperty(name = "flexup.store.url")
  String store = "";

  public static final class Collecting implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      var settings = new HashMap<>(new UpgradeIT.Impatient().getConfigOverrides());
      settings.put("flexup.collection.announce-every", "0.2S");
      settings.put("flexup.collection.every", "0.2S");
      return settings;
    }
  }

  @Test
  @DisplayName("G11: the mark set names all that is referred to and nothing dead, or there is none")
  void marksWhatIsReferredToOrNothing() throws Exception {
    upgraded("marks", module("MarkP"), module("MarkC", "MarkP"), module("MarkGone"));
    assertThat(published("marks", "MarkP", "MarkC").published()).isEqualTo(2);
    assertThat(Operator.remove("marks", "MarkGone").statusCode()).isLessThan(300);
    register("MarkC 1");
    register("MarkC 2");

    var live = new TreeSet<Digest>(Set.of(FakeStore.digest("11.8.0"), FakeStore.digest("11.9.0")));
    // What runs of C was made of its first source; the upgrade can be taken up again.
    for (var source : Set.of("MarkP", "MarkC", "MarkC 2", "MarkNew", "MarkGone")) {
      live.add(digest(source));
    }
    journal("marks").all(ModulePublished.class).forEach(event -> live.add(event.artifact()));
    var upgrade = journal("marks").all(ModulesEnlisted.class).getFirst().upgradeId();
    journal("marks").all(ModulePrepared.class).stream()
        .filter(event -> event.upgradeId().equals(upgrade))
        .forEach(event -> live.add(event.artifact()));
    awaitMarks(live, Set.of(digest("MarkC 1")));

    worker.losing(_ -> true);
    register("MarkC 3");
    assertThat(Operator.publish("marks", "MarkC").statusCode()).isEqualTo(202);
    register("MarkC 4");
    // The one that is being compiled, and the one that is registered since.
    live.addAll(Set.of(digest("MarkC 3"), digest("MarkC 4")));
    live.remove(digest("MarkC 2"));
    awaitMarks(live, Set.of(digest("MarkC 1"), digest("MarkC 2")));

    assertNoMarksWhile(
        "update journal set wire_name = 'x.v9'"
            + " where wire_name = 'module-published.v1' and environment = 'marks'",
        "update journal set wire_name = 'module-published.v1' where wire_name = 'x.v9'");
    // Somebody restored the journal from a backup, which lacks what was announced.
    var journal = journalId();
    awaits(() -> {
      // What is announced at the same moment may take its place.
      RestAssured.given()
          .body("{\"head\":\"an event that this journal lost\",\"diverged\":false}")
          .put(store + "/api/v1/journals/" + journal);
      LockSupport.parkNanos(SEVERAL_COLLECTIONS.toNanos());
      return RestAssured.get(store + "/api/v1/journals")
          .jsonPath()
          .getBoolean("items.find { it.id == '%s' }.diverged".formatted(journal));
    });
  }

  /** The store knows journals of other tests as well. */
  private String journalId() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select event_id from journal where wire_name = 'environment-created.v1'
                order by position limit 1
                """)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void register(String sourceOfC) {
    var c = new Operator.Module("MarkC", "library", sourceOfC, List.of("MarkP"));
    var others = new Operator.Module[] {module("MarkP"), c, module("MarkNew")};
    assertThat(Operator.register("marks", true, others).statusCode()).isEqualTo(200);
  }

  private static Digest digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the latest mark set, empty if there is none yet. */
  private Set<Digest> marked() {
    var marks = RestAssured.get(store + "/api/v1/collections").asString();
    var digests = new TreeSet<Digest>();
    if (!marks.isEmpty()) {
      var document = new JsonPath(marks);
      document.getList("live", String.class).forEach(live -> digests.add(new Digest(live)));
      assertThat(digests).hasSize(document.getInt("count"));
    }
    return digests;
  }

  /** Other environments of this journal may be marked too. */
  private void awaitMarks(Set<Digest> live, Set<Digest> dead) throws InterruptedException {
    awaits(() -> {
      var marked = marked();
      return marked.containsAll(live) && dead.stream().noneMatch(marked::contains);
    });
  }

  private void assertNoMarksWhile(String change, String undo) throws Exception {
    execute(change);
    Thread.sleep(SEVERAL_COLLECTIONS);
    RestAssured.given().body("{}").post(store + "/api/v1/collections");
    Thread.sleep(SEVERAL_COLLECTIONS);
    assertThat(RestAssured.get(store + "/api/v1/collections").asString()).isEqualTo("{}");
    execute(undo);
    awaits(() -> !RestAssured.get(store + "/api/v1/collections").asString().equals("{}"));
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void awaits(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not so after " + PATIENCE);
      }
      Thread.sleep(50);
    }
  }
}
