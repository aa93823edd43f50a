package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.UpgradeId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class UpgradesPageIT {
  private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";
  private static final String PAGE = "/environments/past/comparison";
  private static final Pattern ROW = Pattern.compile("<th scope=\"row\">.*<bdi>(.*)</bdi>");
  @Inject Journal journal;
  @Inject Past past;

  @BeforeEach
  void seesAllUpgrades() {
    Api.statusOf(past.run);
  }

  @Test
  @DisplayName("B33: every upgrade is in the history, and the latest five are on the first page")
  void showsTheHistoryOfAllUpgrades() {
    var run = Run.cloud(journal, "often").module("a");
    var ids = new ArrayList<UpgradeId>();
    for (int round = 0; round < 7; round++) {
      run.start().platformUpgraded().preparing().prepared("a").ended();
      ids.addFirst(run.upgrade);
      run.next(Run.LATER);
    }
    Api.statusOf(run);

    var all = ShownPage.of("/environments/often/upgrades");
    var home = ShownPage.of("/environments/often");

    for (int i = 0; i < 7; i++) {
      var link = "href=\"" + link("often", ids, i) + "\">with the one before";
      assertThat(all.contains(link)).as("upgrade %d: %s", i, link).isEqualTo(i < 6);
      assertThat(home.contains(link)).as("upgrade %d: %s", i, link).isEqualTo(i < 5);
      assertThat(all).contains("<option value=\"" + ids.get(i) + "\"");
    }
    assertThat(all).contains("aria-current=\"page\">Upgrades").contains("✓</span> ready");
    assertThat(home).contains("<a href=\"/environments/often/upgrades\">All upgrades</a>");
    assertThat(ShownPage.of(link("often", ids, 0))).contains("From 11.9.1 to 11.9.1");
  }

  @Test
  @DisplayName("B49: every module is on the page of exactly one category, and counted there")
  void showsEveryModuleInExactlyOneCategory() {
    var expected = new HashMap<String, String>();
    Api.get("/api/v1/upgrades/%s/comparison?with=%s".formatted(past.earlier, past.later))
        .<Map<String, String>>getList("items")
        .forEach(item -> expected.put(item.get("module"), item.get("category")));

    var all = ShownPage.of(past.address(""));
    var found = new HashMap<String, String>();
    for (var category :
        List.of(
            "new",
            "removed",
            "infrastructure",
            "not-settled",
            "newly-failing",
            "still-failing",
            "newly-prepared",
            "still-prepared")) {
      var names = walk(past.address("&category=" + category));
      names.forEach(name -> assertThat(found.put(name, category)).as(name).isNull());
      assertThat(all)
          .contains(
              "<a href=\"%s\" aria-current=\"false\">%s <span class=\"tally\">%d</span>"
                  .formatted(
                      past.address("&category=" + category).replace("&", "&amp;"),
                      category.replace('-', ' '),
                      names.size()));
    }

    expected.put("&lt;b&gt;bold", String.valueOf(expected.remove("<b>bold")));
    assertThat(found).isEqualTo(expected).hasSizeGreaterThan(200);
    assertThat(walk(past.address(""))).doesNotHaveDuplicates().hasSameSizeAs(expected.keySet());
    assertThat(all).contains("aria-current=\"true\">all <span class=\"tally\">" + expected.size());
    assertThat(all).contains("<a href=\"/environments/past/modules/%3Cb%3Ebold\"><bdi>&lt;b&gt;");
  }

  @Test
  void comparesTheEarlierWithTheLaterWhicheverIsNamedFirst() {
    var turned = PAGE + "?from=" + past.later + "&to=" + past.earlier;

    assertThat(ShownPage.of(turned)).contains("From 11.9.0 to 11.9.1");
    assertThat(walk(turned)).isEqualTo(walk(past.address("")));
  }

  @Test
  void refusesWhatCannotBeCompared() {
    var other = Run.cloud(journal, "other").module("a").start();
    Api.statusOf(other);
    var own = past.earlier;

    refused("", "from must name an upgrade");
    refused("?from=" + own, "to must name an upgrade");
    refused("?from=%3Cscript%3E&to=" + own, "&lt;script&gt;");
    refused("?from=" + own + "&to=" + own, "must be two upgrades");
    refused("?from=" + own + "&to=" + other.upgrade, "is one of &#39;other&#39;");
    refused("?from=" + other.upgrade + "&to=" + own, "is one of &#39;other&#39;");
    var both = "?from=" + own + "&to=" + past.later;
    refused(both + "&category=green", "category must be one of");
    refused(both + "&cursor=abc", "no cursor of this service");
    var next = ShownPage.next(ShownPage.of(past.address("&category=still-prepared")));
    refused(next.replace(PAGE, "").replace("still-prepared", "new"), "belongs to another list");
    refused(next.replace(PAGE, "").replace("&category=still-prepared", ""), "another list");
    assertThat(ShownPage.of(PAGE + "?from=" + own + "&to=" + UNKNOWN, 404)).contains(UNKNOWN);
    assertThat(ShownPage.of("/environments/nobody/comparison" + both, 404)).contains("nobody");
    assertThat(ShownPage.of("/environments/nobody/upgrades", 404)).contains("nobody");
  }

  private static void refused(String query, String why) {
    assertThat(ShownPage.of(PAGE + query, 400)).as(query).contains(why);
  }

  private static String link(String environment, List<UpgradeId> ids, int at) {
    return "/environments/%s/comparison?from=%s&amp;to=%s"
        .formatted(environment, at + 1 < ids.size() ? ids.get(at + 1) : "none", ids.get(at));
  }

  private static List<String> walk(String address) {
    var found = new ArrayList<String>();
    for (var next = address; !next.isEmpty(); ) {
      var page = ShownPage.of(next);
      ROW.matcher(page).results().forEach(row -> found.add(row.group(1)));
      next = ShownPage.next(page);
    }
    return found;
  }

  /** Two upgrades between which all kinds of things became of modules. */
  @jakarta.inject.Singleton
  static class Past {
    final Run run;
    final UpgradeId earlier;
    final UpgradeId later;

    Past(Journal journal) {
      run = Run.cloud(journal, "past");
      for (int i = 0; i < 230; i++) {
        run.module("m%03d".formatted(i));
      }
      for (var name : List.of("better", "bad", "gone", "lost", "open", "<b>bold")) {
        run.module(name);
      }
      run.start().exclude("draft").platformUpgraded().preparing().failed("better").failed("bad");
      good().forEach(run::prepared);
      run.prepared("gone").prepared("lost").prepared("open").prepared("<b>bold").ended();
      earlier = run.upgrade;
      run.removed("gone").module("added").next(Run.LATER).start().platformUpgraded().preparing();
      good().forEach(run::prepared);
      run.prepared("better").failed("bad").failed("<b>bold").failed("added");
      run.failed("lost", FailureKind.INFRASTRUCTURE, "The worker was lost.");
      later = run.upgrade;
      new Operator(run).cancels();
    }

    String address(String more) {
      return PAGE + "?from=" + earlier + "&to=" + later + more;
    }

    private List<String> good() {
      return run.states.keySet().stream().filter(name -> name.matches("m\\d+")).toList();
    }
  }
}
