package io.flexibleupgrades.systemtests.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.flexibleupgrades.systemtests.factory.Blueprint;
import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.factory.Oracle;
import io.flexibleupgrades.systemtests.factory.RandomFactory;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Service Center's page, seen by a browser that is never told to reload it. */
@ExtendWith(SharedSystem.class)
class ServiceCenterPageST {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int PREPARING_AT_MOST_MILLIS = 20_000;
  private static final int ENDED_AT_MOST_MILLIS = 120_000;

  private final RunningSystem system;

  ServiceCenterPageST(RunningSystem system) {
    this.system = system;
  }

  @Test
  @DisplayName("B26, B28, B30: the banner goes from in progress to errors by itself")
  void goesFromInProgressToErrorsByItself() {
    var factory = new RandomFactory(501).make(150, 3, 4);
    var imported = ImportedFactory.compiling(system, "page-errors", factory, 501);
    try (var browser = new Browser()) {
      var page = browser.open(system.serviceCenter().address("/environments/page-errors"));
      page.evaluate("window.neverReloaded = true");

      imported.upgrade();
      page.waitForFunction(
          "() => /preparing your modules - [1-9][0-9]?%/.test(document.body.innerText)",
          null, new Page.WaitForFunctionOptions().setTimeout(PREPARING_AT_MOST_MILLIS));
      assertThat(banner(page))
          .contains(
              "The first step of the upgrade process has finished. This environment has been"
                  + " successfully upgraded to Platform Server version 11.9.0");
      screenshot(page, "in-progress");
      var details = page.locator("#banner a:has-text('Click here for more details')");
      assertThat(page.locator("nav a:has-text('More details')").getAttribute("href"))
          .isEqualTo(details.getAttribute("href"));
      awaitText(page, "There were errors preparing some modules.");

      assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
      page.waitForSelector("#progress [role=progressbar]");
      var outcome = new Oracle(factory).outcome();
      assertThat(banner(page))
          .contains(
              "%d modules prepared successfully, %d modules failed and %d modules skipped."
                  .formatted(
                      outcome.prepared().size(),
                      outcome.failed().size(),
                      outcome.skipped().size()));
      screenshot(page, "errors");
      page.locator("#banner a:has-text('There were errors preparing some modules.')").click();
      page.waitForURL("**/environments/page-errors/errors");
      for (var module : outcome.failed()) {
        assertThat(page.locator("#errors").innerText()).contains(module);
      }
      screenshot(page, "error-details");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  @DisplayName("B28, B29: the details are live, and a ready environment needs nothing more")
  void showsAReadyEnvironment() {
    var made = new RandomFactory(502).make(150, 2, 0);
    var factory = new Blueprint(made.producers(), new TreeSet<>());
    var imported = ImportedFactory.compiling(system, "page-ready", factory, 502);
    try (var browser = new Browser()) {
      var page = browser.open(system.serviceCenter().address("/environments/page-ready"));
      imported.upgrade();
      page.locator("#banner a:has-text('Click here for more details')").click();
      page.waitForURL("**/environments/page-ready/details");
      screenshot(page, "details");
      awaitText(page, "This environment is ready (Release Notes)");

      assertThat(banner(page)).contains("No further actions are required.");
      screenshot(page, "ready");
      page.locator("#banner a:has-text('Release Notes')").click();
      assertThat(page.url()).contains("11.9.0");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static String banner(Page page) {
    return page.locator("#banner").innerText();
  }

  private static void awaitText(Page page, String text) {
    page.waitForFunction(
        "text => document.querySelector('#banner').innerText.includes(text)",
        text,
        new Page.WaitForFunctionOptions().setTimeout(ENDED_AT_MOST_MILLIS));
  }

  private static void screenshot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENSHOTS.resolve(name + ".png"))
            .setFullPage(false));
  }
}
