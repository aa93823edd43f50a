package io.flexibleupgrades.servicecenter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.ModuleKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class ModulesPageIT {
  private static final String PAGE = "/environments/shown/modules";
  private static final Pattern ROW = Pattern.compile("<tr data-module=\"([^\"]*)\"");
  @Inject Shown shown;

  @BeforeEach
  void seesTheWholeFactory() {
    Api.statusOf(shown.run);
  }

  @Test
  void linksHoldFiltersAndOrderFromPageToPage() {
    var found = new ArrayList<String>();
    var address = PAGE + "?kind=library&producer=base&text=m&sort=-name";
    while (!address.isEmpty()) {
      var page = ShownPage.of(address);
      assertThat(page)
          .contains("<option value=\"library\" selected>", "value=\"base\"", "value=\"m\"")
          .contains("name=\"sort\" value=\"-name\"")
          .contains(PAGE + ".csv?kind=library&amp;producer=base&amp;text=m&amp;sort=-name");
      found.addAll(rows(page));
      address = ShownPage.next(page);
    }

    var expected = new ArrayList<>(shown.consuming);
    expected.sort(Collections.reverseOrder());
    assertThat(found).isEqualTo(expected).hasSizeGreaterThan(200);
  }

  @Test
  void headsOfColumnsOrderTheTableAndSayHowItIsOrdered() {
    assertThat(ShownPage.of(PAGE + "?state=failed"))
        .contains("aria-sort=\"ascending\"><a href=\"" + PAGE + "?state=failed&amp;sort=-name\">")
        .contains("aria-sort=\"none\"><a href=\"" + PAGE + "?state=failed&amp;sort=state\">")
        .contains("aria-sort=\"none\"><a href=\"" + PAGE + "?state=failed&amp;sort=-time\">");
    assertThat(ShownPage.of(PAGE + "?sort=-held-back"))
        .contains("aria-sort=\"descending\"><a href=\"" + PAGE + "?sort=held-back\">")
        .contains("aria-sort=\"none\"><a href=\"" + PAGE + "\">");
    assertThat(rows(ShownPage.of(PAGE + "?sort=-held-back")).getFirst()).isEqualTo("base");
  }

  @ParameterizedTest
  @CsvSource({
    "sort=size, sort must be one of",
    "sort=%3Cscript%3E, sort must be one of",
    "state=green, state must be one of",
    "kind=plugin, kind must be one of",
    "producer=a%2Fb, must have no control character",
    "text=%00, no control character",
    "cursor=abc, no cursor of this service",
  })
  void saysWhatIsWrongWithAnAddress(String query, String why) {
    assertThat(ShownPage.of(PAGE + "?" + query, 400)).contains(why);
    if (!query.startsWith("cursor")) {
      assertThat(ShownPage.of(PAGE + ".csv?" + query, 400)).contains(why);
      assertThat(given().urlEncodingEnabled(false).get(PAGE + ".json?" + query).statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void refusesTheCursorOfAnotherOrder() {
    var next = ShownPage.next(ShownPage.of(PAGE + "?sort=-time"));

    assertThat(ShownPage.of(next)).contains("data-module");
    assertThat(ShownPage.of(next.replace("sort=-time", "sort=time"), 400))
        .contains("This cursor belongs to another list.");
    assertThat(ShownPage.of(next.replace("sort=-time", "sort=-time&text=m"), 400))
        .contains("This cursor belongs to another list.");
  }

  @ParameterizedTest
  @ValueSource(strings = {Shown.SCRIPT, Shown.TURNED, Shown.FORMULA})
  void showsHostileNamesAsText(String name) {
    var shownName =
        name.replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
    for (var parameter : List.of("text", "producer")) {
      var page = ShownPage.of(PAGE + "?" + parameter + "=" + encoded(name));
      assertThat(page).contains("<bdi>" + shownName + "</bdi>", "value=\"" + shownName + "\"");
    }
  }

  @Test
  void showsAndFollowsNamesOfFiveHundredCharacters() {
    for (var name : List.of(Shown.LONG, Shown.WIDE)) {
      var page = ShownPage.of(PAGE + "?sort=-time&text=" + encoded(name));
      assertThat(page).contains("<bdi>" + name + "</bdi>");
      assertThat(ShownPage.of(PAGE + "/" + encoded(name))).contains(name);
      var list = "/api/v1" + PAGE + "?limit=1&sort=-name&text=" + encoded(name.substring(1));
      var first = given().urlEncodingEnabled(false).get(list).jsonPath();
      assertThat(first.<String>getList("items.name")).containsExactly(name);
    }
    var beforeTheLast = "/api/v1" + PAGE + "?limit=1&sort=-name&cursor=";
    var next = Api.get(beforeTheLast).getString("next");
    assertThat(next).hasSizeGreaterThan(1500);
    assertThat(Api.code(beforeTheLast + next)).isEqualTo(200);
  }

  @Test
  void givesAwayEveryModuleAsCommaSeparatedValues() {
    var answer = given().urlEncodingEnabled(false).get(PAGE + ".csv?sort=-held-back");
    var lines = answer.asString().split("\r\n");

    assertThat(answer.contentType()).startsWith("text/csv").contains("UTF-8");
    assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=\"modules");
    assertThat(lines).hasSize(shown.run.states.size() + 1);
    assertThat(lines[0]).startsWith("name,kind,state,heldBack,producers,failedProducers,");
    assertThat(lines[1]).startsWith("base,library,failed," + shown.consuming.size() + ",");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("\"'=cmd|' \"\"C\"\"!A0,x\",application,prepared,0,"))
        .anyMatch(line -> line.startsWith("m007,library,skipped,0,base,base,11.8.0,"));
    assertThat(given().get(PAGE + ".csv?state=failed").asString().split("\r\n")).hasSize(2);
  }

  @Test
  void givesAwayEveryModuleAsAnArray() {
    var answer = given().get(PAGE + ".json?sort=-name");

    assertThat(answer.contentType()).startsWith("application/json");
    assertThat(answer.header("Content-Disposition")).contains("attachment");
    assertThat(answer.jsonPath().<Object>getList(""))
        .isEqualTo(Api.get("/api/v1" + PAGE + "?sort=-name&limit=1000").getList("items"));
    assertThat(given().get(PAGE + ".json?state=excluded").asString()).isEqualTo("[]");
    assertThat(Api.code("/environments/nobody/modules.json")).isEqualTo(404);
    assertThat(Api.code("/environments/nobody/modules.csv")).isEqualTo(404);
  }

  private static List<String> rows(String page) {
    return ROW.matcher(page).results().map(row -> row.group(1)).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A factory of more than one page, with names that are meant to do harm. */
  @jakarta.inject.Singleton
  static class Shown {
    static final String SCRIPT = "<script>alert(1)<script>";
    static final String TURNED = "abc\u202Edef\u200F";
    static final String FORMULA = "=cmd|' \"C\"!A0,x";
    static final String LONG = "x".repeat(500);
    static final String WIDE = "長".repeat(500);
    final TreeSet<String> consuming = new TreeSet<>();
    final Run run;

    Shown(Journal journal) {
      run = Run.cloud(journal, "shown").module("base");
      for (int i = 0; i < 230; i++) {
        var name = "m%03d".formatted(i);
        run.module(name, "base");
        consuming.add(name);
      }
      for (var name : List.of(SCRIPT, TURNED, FORMULA, LONG, WIDE)) {
        run.module(ModuleKind.APPLICATION, name);
        run.module(ModuleKind.SYSTEM, "user of " + name.substring(0, 4), name);
      }
      run.start().platformUpgraded().preparing().failed("base");
      consuming.forEach(name -> run.skipped(name, "base"));
      List.of(SCRIPT, TURNED, FORMULA, LONG, WIDE).forEach(run::prepared);
    }
  }
}
