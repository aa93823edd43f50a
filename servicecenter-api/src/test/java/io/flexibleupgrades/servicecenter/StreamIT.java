package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class StreamIT {
  @Inject Journal journal;

  @Test
  @DisplayName("B47 tells every change once and in order, also after a lost connection")
  void tellsEveryChangeOnce() throws Exception {
    var run = Run.cloud(journal, "told");
    for (int i = 0; i < 20; i++) {
      run.module("m" + i);
    }
    run.start().platformUpgraded().preparing();
    Api.statusOf(run);

    var first = new ArrayList<LiveStream.Told>();
    try (var stream = LiveStream.open(run.path(), "0")) {
      stream.readUntil(first, told -> told.event().equals("status"));
      for (int i = 0; i < 10; i++) {
        run.requested("m" + i, 1).prepared("m" + i);
      }
      run.events();
      stream.readUntil(first, told -> told.id() >= 30 && told.event().equals("module"));
    }
    for (int i = 10; i < 20; i++) {
      run.prepared("m" + i);
    }
    run.ended();
    Api.statusOf(run);
    var rest = new ArrayList<LiveStream.Told>();
    var last = modules(first).getLast();
    try (var stream = LiveStream.open(run.path(), last.toString())) {
      stream.readUntil(rest, told -> told.event().equals("status"));
    }

    var all = new ArrayList<>(modules(first));
    all.addAll(modules(rest));
    assertThat(all).isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
    assertThat(rest.getLast().data().getString("state")).isEqualTo("ready");
    assertThat(rest.getLast().id()).isEqualTo(50);
  }

  @Test
  void startsWithThePresentStatus() throws Exception {
    var run = Run.cloud(journal, "present").module("m").start();
    Api.statusOf(run);

    var told = new ArrayList<LiveStream.Told>();
    try (var stream = LiveStream.open(run.path(), null)) {
      stream.readUntil(told, any -> true);
    }

    assertThat(told.getFirst().event()).isEqualTo("status");
    assertThat(told.getFirst().data().getString("environment")).isEqualTo("present");
  }

  @Test
  void answersAnUnknownEnvironmentWithAProblem() {
    assertThat(Api.code("/api/v1/environments/nobody/status/stream")).isEqualTo(404);
  }

  private static List<Integer> modules(List<LiveStream.Told> told) {
    return told.stream()
        .filter(one -> one.event().equals("module"))
        .map(LiveStream.Told::id)
        .toList();
  }
}
