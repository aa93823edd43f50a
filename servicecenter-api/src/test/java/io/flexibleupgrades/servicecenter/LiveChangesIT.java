package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.servicecenter.LiveStream.Told;
import io.flexibleupgrades.servicecenter.projection.SecondServiceCenter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What readers of live changes are told when connections, views and instances come and go. */
@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class LiveChangesIT {
  private static final int MODULES = 400;

  @Inject Journal journal;
  @Inject SecondServiceCenter second;

  @Test
  @DisplayName(
      "B47 a stream that is cut again and again, and read slowly, loses and repeats nothing")
  void losesAndRepeatsNothing() throws Exception {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var run = running("cut");
    Thread.ofVirtual().start(() -> settleAll(run));

    var all = new ArrayList<Told>();
    var last = "0";
    int changes = 3 * MODULES;
    while (all.isEmpty() || all.getLast().id() < changes) {
      int most = 1 + random.nextInt(200);
      var some = new ArrayList<Told>();
      try (var stream = LiveStream.open(run.path(), last)) {
        stream.readUntil(some, told -> some.size() >= most || told.id() == changes);
      }
      all.addAll(modules(some));
      last = some.getLast().cursor();
    }

    assertThat(all.stream().map(Told::id))
        .as("seed %d", seed)
        .isEqualTo(IntStream.rangeClosed(1, changes).boxed().toList());
  }

  @Test
  @DisplayName("B47 a reader is told to start again when the views are rebuilt under it")
  void tellsReadersToStartAgain() throws Exception {
    var run = running("rebuilt");
    run.requested("m0", 1);
    Api.statusOf(run);
    var before = Api.get(run.path() + "/changes").getString("next");

    var told = new ArrayList<Told>();
    try (var stream = LiveStream.open(run.path(), before)) {
      stream.readUntil(told, one -> one.event().equals("status"));
      Rebuilding.ofAllViews(Duration.ofSeconds(60));
      stream.readUntil(told, one -> one.event().equals("restart"));
      run.prepared("m0");
      run.events();
      stream.readUntil(told, one -> one.event().equals("module") && one.id() == MODULES + 2);
    }

    assertThat(told.stream().filter(one -> one.event().equals("restart"))).hasSize(1);
    assertThat(told.getLast().data().getString("state")).isEqualTo("prepared");
    assertThat(Api.code(run.path() + "/changes?after=" + before)).isEqualTo(410);
    assertThat(RestAssured.get(run.path() + "/changes?after=" + before).asString())
        .contains("views-rebuilt");
    var resumed = new ArrayList<Told>();
    try (var stream = LiveStream.open(run.path(), before)) {
      stream.readUntil(resumed, one -> one.event().equals("status"));
    }
    assertThat(resumed).extracting(Told::event).containsExactly("restart", "status");
  }

  @Test
  @DisplayName("B47 a reader of one instance hears at once of what another instance writes")
  void hearsOfWhatAnotherInstanceWrites() throws Exception {
    try (var other = second) {
      other.join();
      Api.await("two instances", () -> other.partitions().size() == 2);
      var name =
          IntStream.range(0, 1000)
              .mapToObj(i -> "elsewhere-" + i)
              .filter(one -> other.partitions().contains(partitionOf(one)))
              .findFirst()
              .orElseThrow();
      var run = Run.cloud(journal, name).module("m").start().platformUpgraded().preparing();
      Api.statusOf(run);

      var told = new ArrayList<Told>();
      try (var stream = LiveStream.open(run.path(), null)) {
        stream.readUntil(told, one -> one.event().equals("status"));
        // Long enough asleep that only a signal wakes the reader before its heartbeat.
        long start = System.nanoTime();
        run.requested("m", 1);
        run.events();
        stream.readUntil(told, one -> one.event().equals("module"));
        var waited = Duration.ofNanos(System.nanoTime() - start);

        assertThat(other.partitions()).contains(partitionOf(name));
        assertThat(waited).isLessThan(Duration.ofSeconds(10));
        System.out.printf("A change by another instance was told after %d ms%n", waited.toMillis());
      }
    }
  }

  private static int partitionOf(String environment) {
    var key = environment.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % FreshViews.PARTITIONS;
  }

  private Run running(String name) {
    var run = Run.cloud(journal, name);
    for (int i = 0; i < MODULES; i++) {
      run.module("m" + i);
    }
    run.start().platformUpgraded().preparing();
    Api.statusOf(run);
    return run;
  }

  private static void settleAll(Run run) {
    for (int i = 0; i < MODULES; i++) {
      run.requested("m" + i, 1).prepared("m" + i);
      run.events();
    }
  }

  private static List<Told> modules(List<Told> told) {
    return told.stream().filter(one -> one.event().equals("module")).toList();
  }
}
