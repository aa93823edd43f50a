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
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class ErrorsPageIT {
  private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\">Next ");
  private static final Pattern GROUP = Pattern.compile("data-group=\"([0-9a-f]{16})\"");
  private static final Pattern MODULE =
      Pattern.compile("<h3><a href=\"[^\"]*\"><bdi>([^<]*)</bdi></a></h3>");

  @Inject Journal journal;

  @Test
  @DisplayName(
      "B38 B50 shows what to fix first, the groups, and what each failed module holds back")
  void showsWhatToFixFirst() {
    var run = Run.cloud(journal, "fix-first").module("base").module("other");
    IntStream.range(0, 14).forEach(i -> run.module("user-%02d".formatted(i), "base"));
    run.start().platformUpgraded().preparing();
    run.failed("base", FailureKind.COMPILE, "cannot find symbol class Foo");
    run.failed("other", FailureKind.COMPILE, "';' expected");
    IntStream.range(0, 14).forEach(i -> run.skipped("user-%02d".formatted(i), "base"));
    run.ended();
    Api.statusOf(run);

    var page = page("/environments/fix-first/errors");

    assertThat(page)
        .contains("Fix these first", "14 skipped modules wait for 2 failed ones.", ">14 of 14<")
        .contains("cannot find symbol class ‹name›", "cannot find symbol class Foo")
        .contains("compiler.err.cant.resolve", "a/B.java:12:5", "    gone();\n    ^")
        .contains("holds back 14 modules", "user-09", "and 4 more")
        .contains("href=\"/environments/fix-first/modules?state=skipped\"")
        .contains("flexup prepare --env fix-first")
        .doesNotContain("user-10");
    assertThat(page.indexOf("cannot find symbol")).isLessThan(page.indexOf("&#39;;&#39; expected"));
  }

  @Test
  @DisplayName("B39 shows the kinds apart, each at an address of its own")
  void showsTheKindsApart() {
    var run = Run.cloud(journal, "apart").module("a").module("b").module("silent");
    run.start().platformUpgraded().preparing();
    run.failed("a", FailureKind.COMPILE, "gone");
    run.failed("b", FailureKind.INFRASTRUCTURE, "The worker fell silent.");
    run.states.put("silent", "failed");
    var log = new CompilerOutput(List.of(), 0, 0, "Killed <after> 30 s\nmore");
    run.say(
        new ModuleFailed(
            run.upgrade, run.environment, new ModuleId("silent"), 3, FailureKind.TIME_LIMIT, log));
    run.ended();
    Api.statusOf(run);
    var path = "/environments/apart/errors";

    assertThat(modules(page(path))).containsExactlyInAnyOrder("a", "b", "silent");
    assertThat(page(path)).contains("href=\"/environments/apart/errors?kind=compile\"");
    assertThat(modules(page(path + "?kind=compile"))).containsExactly("a");
    assertThat(page(path + "?kind=infrastructure"))
        .contains("The worker fell silent.", "The source may be right")
        .containsPattern("errors\\?kind=infrastructure\" aria-current=\"page\"")
        .containsPattern("errors\" aria-current=\"false\">All");
    assertThat(page(path + "?kind=time-limit"))
        .contains("Killed &lt;after&gt; 30 s\nmore", "3 attempts", "did not end in time");
    assertThat(page(path + "?kind=plugin", 400)).contains("kind must be one of");
    assertThat(page(path + "?group=x", 400)).contains("or be left out");
    assertThat(page(path + "?group=0123456789abcdef"))
        .contains("No module has failed in this way", "Show all errors");
  }

  @Test
  @DisplayName("B50 one group has an address, and its modules are paged")
  void pagesTheModulesOfAGroup() {
    var run = Run.cloud(journal, "paged");
    IntStream.range(0, 60).forEach(i -> run.module("m-%02d".formatted(i)));
    run.start().platformUpgraded().preparing();
    IntStream.range(0, 60)
        .forEach(i -> run.failed("m-%02d".formatted(i), FailureKind.COMPILE, "class Foo" + i));
    run.ended();
    Api.statusOf(run);
    var all = page("/environments/paged/errors");
    var group = first(GROUP, all);
    var found = new TreeSet<String>();
    int pages = 0;

    var next = "/environments/paged/errors?group=" + group;
    assertThat(all).contains("href=\"" + next + "\">All 60 modules of this group");
    while (!next.isEmpty()) {
      var page = page(next);
      pages++;
      found.addAll(modules(page));
      next = first(NEXT, page).replace("&amp;", "&");
    }

    assertThat(pages).isEqualTo(3);
    assertThat(found).hasSize(60);
    assertThat(page("/environments/paged/errors?group=" + group + "&cursor=abc", 400))
        .contains("leave the cursor out");
  }

  @Test
  @DisplayName("B50 the groups are paged, each shown once")
  void pagesTheGroups() {
    var run = Run.cloud(journal, "groups");
    IntStream.range(0, 45).forEach(i -> run.module("m-%02d".formatted(i)));
    run.start().platformUpgraded().preparing();
    for (int i = 0; i < 45; i++) {
      run.failed("m-%02d".formatted(i), FailureKind.COMPILE, "is " + "so ".repeat(i) + "bad");
    }
    run.ended();
    Api.statusOf(run);
    var found = new TreeSet<String>();
    int shown = 0;

    var next = "/environments/groups/errors";
    while (!next.isEmpty()) {
      var modules = modules(page(next));
      shown += modules.size();
      found.addAll(modules);
      next = first(NEXT, page(next)).replace("&amp;", "&");
    }

    assertThat(shown).isEqualTo(45);
    assertThat(found).hasSize(45);
  }

  @Test
  void showsMarkupAndMarksOfTheWritingDirectionAsText() {
    var name = "<b>x\u202e&\"'";
    var message = "<img src=x> \u202ecannot\u200f find " + "y".repeat(600);
    var run = Run.cloud(journal, "hostile").module(name).module("user", name);
    run.start().platformUpgraded().preparing();
    run.failed(name, FailureKind.COMPILE, message).skipped("user", name).ended();
    Api.statusOf(run);

    var page = page("/environments/hostile/errors");

    assertThat(page)
        .contains("<bdi>&lt;b&gt;x\u202e&amp;&quot;&#39;</bdi>")
        .contains("&lt;img src=x&gt;", "y".repeat(600))
        .contains("/environments/hostile/modules/%3Cb%3Ex%E2%80%AE%26%22%27")
        .doesNotContain("<img src=x", "<b>x");
    var groups = Api.get("/api/v1/upgrades/" + run.upgrade + "/errors/groups");
    assertThat(groups.getString("items[0].message"))
        .startsWith("<img src=x> cannot find y")
        .endsWith("…")
        .hasSize(300);
    assertThat(groups.getString("items[0].modules[0]")).isEqualTo(name);
  }

  @Test
  void saysThatNothingHasFailed() {
    var run = Run.cloud(journal, "fine").module("a");
    run.start().platformUpgraded().preparing().prepared("a").ended();
    Api.statusOf(run);
    Api.statusOf(Run.cloud(journal, "untouched"));

    assertThat(page("/environments/fine/errors"))
        .contains("No module has failed", "id=\"errors-first\" data-live=\"errors-first\" hidden");
    assertThat(page("/environments/untouched/errors")).contains("No module has failed");
    assertThat(page("/environments/untouched/errors?kind=compile"))
        .contains("No module has failed");
  }

  private static List<String> modules(String page) {
    return MODULE.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private static String first(Pattern pattern, String page) {
    return pattern.matcher(page).results().findFirst().map(found -> found.group(1)).orElse("");
  }

  private static String page(String path) {
    return page(path, 200);
  }

  private static String page(String path, int status) {
    var answer = given().urlEncodingEnabled(false).accept("text/html,*/*;q=0.8").get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("text/html");
    assertThat(answer.asString()).doesNotContain("style=\"", "onclick");
    return answer.asString();
  }
}
