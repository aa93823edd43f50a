package io.flexibleupgrades.servicecenter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
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
class ErrorGroupsIT {
  @Inject Journal journal;

  @Test
  @DisplayName("B50 groups failures by diagnostic, those that hold back most first")
  void groupsByDiagnostic() {
    var run =
        Run.cloud(journal, "grouped")
            .module("a1")
            .module("a2")
            .module("b")
            .module("c1")
            .module("c2")
            .module("x", "a1", "a2")
            .module("y", "a1", "b")
            .module("z", "a2");
    run.start().platformUpgraded().preparing();
    run.failed("a1", FailureKind.COMPILE, "cannot find symbol class Foo");
    run.failed("a2", FailureKind.COMPILE, "cannot find symbol class Bar");
    run.failed("b", FailureKind.COMPILE, "';' expected");
    run.failed("c1", FailureKind.COMPILE, "unreachable code");
    run.failed("c2", FailureKind.COMPILE, "unreachable code");
    run.skipped("x", "a1", "a2").skipped("y", "a1", "b").skipped("z", "a2").ended();
    Api.statusOf(run);

    var groups = Api.get(errors(run) + "/groups");

    assertThat(groups.<String>getList("items.message"))
        .containsExactly("cannot find symbol class ‹name›", "';' expected", "unreachable code");
    // x waits for both modules of the first group, and is one module all the same.
    assertThat(groups.<Integer>getList("items.heldBack")).containsExactly(3, 1, 0);
    assertThat(groups.<Integer>getList("items.failed")).containsExactly(2, 1, 2);
    assertThat(groups.<List<String>>getList("items.modules"))
        .containsExactly(List.of("a1", "a2"), List.of("b"), List.of("c1", "c2"));
    assertThat(groups.getString("items[0].example")).isEqualTo("cannot find symbol class Foo");
    assertThat(groups.getString("items[0].code")).isEqualTo("compiler.err.cant.resolve");
    assertThat(groups.getLong("asOf.sequence")).isEqualTo(run.events());
    assertThat(Api.all(errors(run) + "/groups", 1))
        .extracting(group -> group.get("group"))
        .isEqualTo(groups.getList("items.group"));
    var group = errors(run) + "?group=" + groups.getString("items[0].group");
    assertThat(Api.get(group).<String>getList("items.module")).containsExactly("a1", "a2");
    assertThat(Api.get(group).<List<String>>getList("items.heldBackFirst"))
        .containsExactly(List.of("x", "y"), List.of("x", "z"));
    assertThat(Api.get(group + "&limit=1").<Integer>getList("items.heldBack")).containsExactly(2);
  }

  @Test
  @DisplayName("B39 B50 keeps the kinds of failure apart, also where the words are the same")
  void keepsKindsApart() {
    var run = Run.cloud(journal, "kinds").module("a").module("b").module("c").module("d");
    run.start().platformUpgraded().preparing();
    run.failed("a", FailureKind.COMPILE, "gone");
    run.failed("b", FailureKind.INFRASTRUCTURE, "gone");
    run.failed("c", FailureKind.TIME_LIMIT, "gone");
    run.states.put("d", "failed");
    run.say(
        new ModuleFailed(
            run.upgrade,
            run.environment,
            new ModuleId("d"),
            1,
            FailureKind.INFRASTRUCTURE,
            CompilerOutput.silent()));
    run.ended();
    Api.statusOf(run);

    assertThat(Api.get(errors(run) + "/groups").<String>getList("items.kind"))
        .containsExactlyInAnyOrder("compile", "infrastructure", "infrastructure", "time-limit");
    var infrastructure = Api.get(errors(run) + "/groups?kind=infrastructure");
    assertThat(infrastructure.<List<String>>getList("items.modules"))
        .containsExactlyInAnyOrder(List.of("b"), List.of("d"));
    assertThat(infrastructure.<String>getList("items.message"))
        .containsExactlyInAnyOrder("gone", "");
    assertThat(Api.get(errors(run) + "?kind=time-limit").<String>getList("items.module"))
        .containsExactly("c");
  }

  @Test
  @DisplayName("B38 B50 says what to repair first, and what it releases")
  void saysWhatToRepairFirst() {
    var run = Run.cloud(journal, "first").module("big").module("left").module("right");
    IntStream.range(0, 5).forEach(i -> run.module("of-big-" + i, "big"));
    IntStream.range(0, 3).forEach(i -> run.module("of-both-" + i, "left", "right"));
    run.start().platformUpgraded().preparing().failed("big").failed("left").failed("right");
    IntStream.range(0, 5).forEach(i -> run.skipped("of-big-" + i, "big"));
    IntStream.range(0, 3).forEach(i -> run.skipped("of-both-" + i, "left", "right"));
    run.ended();
    Api.statusOf(run);

    var first = Api.get(errors(run) + "/first");

    assertThat(first.<List<String>>getList("steps.modules"))
        .containsExactly(List.of("big"), List.of("left", "right"));
    assertThat(first.<Integer>getList("steps.releases")).containsExactly(5, 3);
    assertThat(first.<Integer>getList("steps.released")).containsExactly(5, 8);
    assertThat(first.getInt("heldBack")).isEqualTo(8);
    assertThat(first.getInt("failed")).isEqualTo(3);
  }

  @Test
  @DisplayName("B42 B43 forgets the group of a module that is not failed any more")
  void forgetsWhatIsRepaired() {
    var run = Run.cloud(journal, "repaired").module("a").module("b", "a");
    run.start().platformUpgraded().preparing().failed("a").skipped("b", "a").ended();
    Api.statusOf(run);
    assertThat(Api.get(errors(run) + "/groups").getList("items")).hasSize(1);
    new Operator(run).preparesAgain(List.of("a", "b"));
    run.prepared("a").failed("b", FailureKind.COMPILE, "';' expected").ended();
    Api.statusOf(run);

    var groups = Api.get(errors(run) + "/groups");

    assertThat(groups.<String>getList("items.message")).containsExactly("';' expected");
    assertThat(groups.<Integer>getList("items.heldBack")).containsExactly(0);
    assertThat(Api.get(errors(run) + "/first").getList("steps")).isEmpty();
  }

  @Test
  @DisplayName("G14 refuses filters and cursors that say nothing, and says what to do")
  void refusesBadFilters() {
    var run = Run.cloud(journal, "refused").module("a").module("b").start();
    run.platformUpgraded().preparing().failed("a").failed("b", FailureKind.COMPILE, "x").ended();
    Api.statusOf(run);
    var groups = errors(run) + "/groups";
    var ofGroups = Api.get(groups + "?limit=1").getString("next");
    var ofCompile = Api.get(groups + "?limit=1&kind=compile").getString("next");
    var ofModules = Api.get(errors(run) + "?limit=1").getString("next");
    var refused = new ArrayList<String>();
    for (var path :
        List.of(
            groups + "?kind=plugin",
            groups + "?kind=%00",
            groups + "?limit=0",
            groups + "?cursor=abc",
            groups + "?cursor=" + ofCompile,
            groups + "?cursor=" + ofModules,
            groups + "?kind=compile&cursor=" + ofGroups,
            errors(run) + "?kind=x",
            errors(run) + "?group=x",
            errors(run) + "?group=0123456789ABCDEF",
            errors(run) + "?kind=compile&cursor=" + ofModules)) {
      var answer = given().urlEncodingEnabled(false).get(path);

      assertThat(answer.statusCode()).as(path).isEqualTo(400);
      assertThat(answer.contentType()).startsWith("application/problem+json");
      refused.add(answer.jsonPath().getString("detail"));
    }
    assertThat(refused.get(0))
        .contains("kind must be one of [compile, infrastructure, time-limit]");
    assertThat(refused.get(5)).contains("another list", "leave the cursor out");
    assertThat(refused.get(8)).contains("'group' of an item of errors/groups", "be left out");
    assertThat(Api.get(errors(run) + "?group=0123456789abcdef").getList("items")).isEmpty();
    assertThat(Api.code("/api/v1/upgrades/" + Run.id("nobody") + "/errors/groups")).isEqualTo(404);
    assertThat(Api.code("/api/v1/upgrades/" + Run.id("nobody") + "/errors/first")).isEqualTo(404);
    assertThat(Api.code("/api/v1/upgrades/no-uuid/errors/first")).isEqualTo(400);
  }

  private static String errors(Run run) {
    return "/api/v1/upgrades/" + run.upgrade + "/errors";
  }
}
