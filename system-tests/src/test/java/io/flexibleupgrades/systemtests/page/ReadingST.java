package io.flexibleupgrades.systemtests.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.factory.RandomFactory;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages, for people who see, type and configure their browsers differently. */
@ExtendWith(SharedSystem.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReadingST {
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private static final String HOME = "/environments/page-reading";

  private final RunningSystem system;
  private final Browser browser = new Browser();
  private String module = "";

  ReadingST(RunningSystem system) {
    this.system = system;
  }

  @BeforeAll
  void upgrade() throws InterruptedException {
    // With another one, there is something to choose from.
    ImportedFactory.createEnvironment(system, "page-other");
    var factory = new RandomFactory(603).make(40, 1, 2);
    var upgrade = ImportedFactory.compiling(system, "page-reading", factory, 603).upgrade();
    upgrade.watch().awaitEnd();
    module = upgrade.outcome().prepared().iterator().next();
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  @DisplayName("no page has a serious fault in accessibility")
  void isAccessible(ColorScheme scheme) {
    var faults = new LinkedHashMap<String, List<String>>();
    var page = browser.open(address(HOME), new NewContextOptions().setColorScheme(scheme));
    for (var path :
        List.of(
            HOME,
            HOME + "/modules",
            HOME + "/modules/M00001",
            HOME + "/details",
            HOME + "/errors",
            HOME + "/upgrades",
            HOME + "/comparison",
            HOME + "/workers",
            HOME + "/actions/prepare",
            HOME + "/actions/publish?module=M00001",
            "/release-notes/11.9.0",
            "/environments/nobody")) {
      page.navigate(address(path).toString());
      var found =
          new AxeBuilder(page)
              .analyze().getViolations().stream()
                  .filter(rule -> GRAVE.contains(rule.getImpact()))
                  .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                  .toList();
      if (!found.isEmpty()) {
        faults.put(path, found);
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  @DisplayName("with scripts turned off every page can be read and filtered")
  void canBeReadWithoutScripts() {
    var page = browser.open(address(HOME), new NewContextOptions().setJavaScriptEnabled(false));
    assertThat(page.locator("#banner").innerText()).contains("There were errors");
    page.locator("nav a:has-text('Modules')").click();
    page.locator("select[name=state]").selectOption("failed");
    page.locator("button:has-text('Filter')").click();
    assertThat(page.url()).contains("state=failed");
    assertThat(page.locator("tr[data-module]").count()).isEqualTo(2);
    page.locator("tr[data-module] a").first().click();
    assertThat(page.locator("#module").innerText()).contains("CsvReader");
    page.locator("nav a:has-text('Errors')").click();
    assertThat(page.locator("#errors").innerText()).contains("CsvReader");
  }

  @Test
  @DisplayName("deep links hold the filters and the order, also over a reload")
  void keepsFiltersOverAReload() {
    var page = browser.open(address(HOME + "/modules"));
    page.locator("thead a:has-text('Holds back')").click();
    page.locator("select[name=state]").selectOption("prepared");
    page.locator("input[name=text]").fill("M0001");
    page.locator("button:has-text('Filter')").click();
    page.waitForURL("**state=prepared**");
    var shown = page.locator("tbody").innerText();

    page.reload();

    assertThat(page.locator("tbody").innerText()).isEqualTo(shown).contains("M0001");
    assertThat(page.locator("select[name=state]").inputValue()).isEqualTo("prepared");
    assertThat(page.locator("input[name=text]").inputValue()).isEqualTo("M0001");
    assertThat(page.locator("th[aria-sort$=scending]").innerText()).contains("Holds back");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @DisplayName("everything can be reached and used with the keyboard alone")
  void isUsedWithTheKeyboard() {
    var page = browser.open(address(HOME));
    page.keyboard().press("Tab");
    assertThat(focused(page)).isEqualTo("Skip to content");
    tabTo(page, "Modules");
    page.keyboard().press("Enter");
    page.waitForURL("**/modules");
    tabTo(page, "text");
    page.keyboard().type(module);
    page.keyboard().press("Enter");
    page.waitForURL("**text=" + module + "**");
    tabTo(page, module);
    assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
        .as("the focus is seen")
        .isEqualTo("solid");
    page.keyboard().press("Enter");
    page.waitForURL("**/modules/" + module);
    tabTo(page, "Publish…");
    page.keyboard().press("Enter");
    page.waitForURL("**/actions/publish**");
    tabTo(page, "requestedBy");
    page.keyboard().type("Ada");
    page.keyboard().press("Enter");
    page.waitForSelector("#result");
    assertThat(page.locator("section:has(#result)").innerText()).contains("being published");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @DisplayName("follows the colours that the browser asks for")
  void isDarkForWhoWantsItDark() {
    var light =
        browser.open(address(HOME), new NewContextOptions().setColorScheme(ColorScheme.LIGHT));
    var dark =
        browser.open(address(HOME), new NewContextOptions().setColorScheme(ColorScheme.DARK));
    assertThat(brightness(light)).isGreaterThan(200);
    assertThat(brightness(dark)).isLessThan(60);
  }

  /** Presses Tab until the focus is on what has this text or name. */
  private static void tabTo(Page page, String wanted) {
    for (int i = 0; i < 80; i++) {
      page.keyboard().press("Tab");
      if (focused(page).equals(wanted)) {
        return;
      }
    }
    throw new AssertionError("Tab never comes to " + wanted);
  }

  private static String focused(Page page) {
    return String.valueOf(
        page.evaluate(
            "() => (document.activeElement.name || document.activeElement.textContent).trim()"));
  }

  private static int brightness(Page page) {
    return ((Number)
            page.evaluate(
                "() => Number(getComputedStyle(document.body).backgroundColor.match(/[0-9]+/)[0])"))
        .intValue();
  }

  private URI address(String path) {
    return system.serviceCenter().address(path);
  }
}
