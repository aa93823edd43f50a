package io.flexibleupgrades.servicecenter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class ModuleListIT {
  @Inject Factory factory;

  @BeforeEach
  void seesTheWholeFactory() {
    Api.statusOf(factory.run);
  }

  @ParameterizedTest
  @CsvSource({
    "name, app base bottom core fast lib pending side slow top",
    "-name, top slow side pending lib fast core bottom base app",
    "state, base core bottom side top pending app fast lib slow",
    "-state, app fast lib slow pending bottom side top base core",
    "time, lib fast app slow base bottom core pending side top",
    "-time, slow app fast lib base bottom core pending side top",
    "held-back, app bottom fast lib pending side slow top core base",
    "-held-back, base core app bottom fast lib pending side slow top",
  })
  void ordersTheModulesAndGoesOnFromEveryPageToTheNext(String sort, String expected) {
    for (var list : factory.lists()) {
      for (int limit : new int[] {1, 3, 100}) {
        assertThat(names(walk(list, "sort=" + sort, limit)))
            .as("%s by %s, %d a page", list, sort, limit)
            .containsExactly(expected.split(" "));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "state=skipped, bottom side top",
    "state=pending, pending",
    "producer=base, bottom side",
    "producer=core&state=skipped, side",
    "producer=nobody, ''",
    "kind=application, app",
    "kind=library&text=O&sort=-name, top slow core bottom",
    "state=failed&sort=-held-back, base core",
    "state=skipped&producer=base&kind=library&text=side&sort=-state, side",
  })
  void findsTheModulesThatAreAskedFor(String query, String expected) {
    for (var list : factory.lists()) {
      for (int limit : new int[] {1, 100}) {
        assertThat(String.join(" ", names(walk(list, query, limit))))
            .as("%s?%s", list, query)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void saysHowManyModulesEachHoldsBack() {
    var items = walk("/environments/factory/modules", "sort=-held-back", 100);

    assertThat(items.getFirst()).containsEntry("name", "base").containsEntry("heldBack", 3);
    assertThat(items.get(1)).containsEntry("name", "core").containsEntry("heldBack", 1);
    assertThat(walk("/environments/factory/modules", "state=failed", 100))
        .extracting(item -> item.get("heldBack"))
        .containsExactly(3, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort=name",
        "sort=state",
        "sort=-name",
        "state=failed&sort=name",
        "text=a",
        "producer=base",
        "kind=library",
        "sort=-time&text=o"
      })
  void refusesTheCursorOfAnotherFilterOrOrder(String query) {
    for (var list : factory.lists()) {
      var page = Api.get("/api/v1" + list + "?sort=time&limit=2");
      var answer =
          given().get("/api/v1" + list + "?limit=2&cursor=" + page.get("next") + "&" + query);

      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(answer.asString()).contains("malformed-cursor", "another list");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort=size",
        "sort=--name",
        "sort=-",
        "sort=NAME",
        "sort=name%3Bdrop",
        "producer=a/b",
        "producer=%00",
        "kind=%3Cb%3E",
        "state=%27"
      })
  void refusesFiltersAndOrdersThatSayNothing(String query) {
    for (var list : factory.lists()) {
      var answer = given().urlEncodingEnabled(false).get("/api/v1" + list + "?" + query);

      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(answer.asString()).contains("malformed-filter");
    }
  }

  private static List<Map<String, Object>> walk(String list, String query, int limit) {
    var found = new ArrayList<Map<String, Object>>();
    @Nullable String cursor = "";
    while (cursor != null) {
      var page = Api.get("/api/v1%s?%s&limit=%d&cursor=%s".formatted(list, query, limit, cursor));
      found.addAll(page.getList("items"));
      cursor = page.getString("next");
    }
    return found;
  }

  private static List<String> names(List<Map<String, Object>> items) {
    return items.stream().map(item -> String.valueOf(item.get("name"))).toList();
  }

  /** A factory whose modules came to all kinds of ends. */
  @jakarta.inject.Singleton
  static class Factory {
    final Run run;

    Factory(Journal journal) {
      run = Run.cloud(journal, "factory");
      run.module("base").module("core").module("lib").module("fast").module("slow");
      run.module(ModuleKind.APPLICATION, "app", "lib").module("pending");
      run.module("bottom", "base").module("side", "base", "core").module("top", "bottom");
      run.start().platformUpgraded().preparing().failed("base").failed("core");
      run.skipped("bottom", "base").skipped("side", "base", "core").skipped("top", "base");
      prepared("lib", 5);
      prepared("fast", 7);
      prepared("app", 40);
      prepared("slow", 9000);
    }

    List<String> lists() {
      return List.of("/environments/factory/modules", "/upgrades/" + run.upgrade + "/modules");
    }

    private void prepared(String name, int millis) {
      var artifact = Run.digest(name);
      var time = Duration.ofMillis(millis);
      run.say(
          new ModulePrepared(
              run.upgrade,
              run.environment,
              new ModuleId(name),
              1,
              artifact,
              10,
              run.to,
              time,
              Run.warned()));
    }
  }
}
