package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.UpgradeId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class HistoryIT {
  @Inject Journal journal;

  @Test
  @DisplayName("B33: two upgrades in a row show the right from, also after one that was cancelled")
  void showsTheRightFromOfEachUpgrade() {
    var run = Run.cloud(journal, "in-a-row").module("a").module("b");
    run.start().platformUpgraded().preparing().prepared("a");
    new Operator(run).cancels();
    run.next(Run.LATER).start().platformUpgraded().preparing().prepared("a").prepared("b").ended();
    Api.statusOf(run);

    var upgrades = Api.get(run.path() + "/upgrades");

    assertThat(upgrades.<String>getList("items.from")).containsExactly("11.9.0", "11.8.0");
    assertThat(upgrades.<String>getList("items.to")).containsExactly("11.9.1", "11.9.0");
    assertThat(upgrades.<String>getList("items.state")).containsExactly("ready", "cancelled");
    assertThat(upgrades.<Integer>getList("items.prepared")).containsExactly(2, 1);
    assertThat(upgrades.<Integer>getList("items.cancelled")).containsExactly(0, 1);
    assertThat(upgrades.<String>getList("items.endedAt")).doesNotContainNull();
  }

  @Test
  @DisplayName("B49: tells newly failing, still failing, new and removed modules apart")
  void comparesTwoUpgrades() {
    var run = Run.cloud(journal, "compared");
    for (var name : List.of("better", "bad", "gone", "good", "lost", "worse")) {
      run.module(name);
    }
    run.start().exclude("draft").platformUpgraded().preparing();
    run.failed("better").failed("bad").prepared("gone").prepared("good").prepared("lost");
    run.prepared("worse").ended();
    var earlier = run.upgrade;
    run.removed("gone").module("added").next(Run.LATER);
    run.start().platformUpgraded().preparing().prepared("better").failed("bad").prepared("good");
    run.failed("lost", FailureKind.TIME_LIMIT, "took too long").failed("worse").failed("added");
    run.ended();
    Api.statusOf(run);

    var comparison = comparison(earlier, run.upgrade);

    assertThat(categories(comparison))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "added", "new",
                "bad", "still-failing",
                "better", "newly-prepared",
                "gone", "removed",
                "good", "still-prepared",
                "lost", "infrastructure",
                "worse", "newly-failing"));
    assertThat(comparison.getString("from.to")).isEqualTo("11.9.0");
    assertThat(comparison.getString("to.to")).isEqualTo("11.9.1");
    assertThat(comparison.getString("to.upgradeId")).isEqualTo(run.upgrade.toString());
    assertThat(comparison.getString("items[0].before")).isNull();
    assertThat(comparison.getString("items[0].after")).isEqualTo("failed");
    assertThat(comparison.getInt("counts.not-settled")).isZero();
    assertThat(comparison.getLong("asOf.sequence")).isEqualTo(run.events());
    assertThat(Api.code(path(run.upgrade, earlier))).isEqualTo(400);
    assertThat(Api.code(path(earlier, earlier))).isEqualTo(400);
  }

  @Test
  @DisplayName("B49: of random pairs every module is in exactly one category")
  void putsEveryModuleInExactlyOneCategory() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var run = Run.cloud(journal, "random-pairs");
    for (int i = 0; i < 40; i++) {
      run.module("m%02d".formatted(i));
    }
    @Nullable UpgradeId earlier = null;
    var before = new TreeSet<String>();
    for (int round = 0; round < 6; round++) {
      round(run, random);
      Api.statusOf(run);
      var scope = new TreeSet<>(run.states.keySet());
      if (earlier != null) {
        var comparison = comparison(earlier, run.upgrade);
        before.addAll(scope);
        assertThat(comparison.<String>getList("items.module"))
            .as("seed %d", seed)
            .containsExactlyElementsOf(before);
        var counted = new HashMap<String, Integer>();
        categories(comparison).values().forEach(one -> counted.merge(one, 1, Integer::sum));
        Map<String, Integer> counts = comparison.getMap("counts");
        assertThat(counts).as("seed %d", seed).hasSize(8).containsAllEntriesOf(counted);
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
            .isEqualTo(before.size());
      }
      earlier = run.upgrade;
      before = scope;
      run.removed(scope.first()).module("n" + round).next(Run.LATER);
    }
  }

  private static void round(Run run, Random random) {
    run.start().platformUpgraded().preparing();
    for (var name : List.copyOf(run.states.keySet())) {
      switch (random.nextInt(5)) {
        case 0 -> run.failed(name);
        case 1 -> run.failed(name, FailureKind.INFRASTRUCTURE, "The disk is full.");
        case 2 -> run.skipped(name, "m01");
        case 3 -> run.prepared(name);
        default -> run.requested(name, 1);
      }
    }
    new Operator(run).cancels();
  }

  private static String path(UpgradeId earlier, UpgradeId later) {
    return "/api/v1/upgrades/%s/comparison?with=%s".formatted(earlier, later);
  }

  private static JsonPath comparison(UpgradeId earlier, UpgradeId later) {
    return Api.get(path(earlier, later));
  }

  private static Map<String, String> categories(JsonPath comparison) {
    var found = new HashMap<String, String>();
    comparison
        .<Map<String, String>>getList("items")
        .forEach(item -> found.put(item.get("module"), item.get("category")));
    assertThat(found).hasSize(comparison.getList("items").size());
    return found;
  }
}
