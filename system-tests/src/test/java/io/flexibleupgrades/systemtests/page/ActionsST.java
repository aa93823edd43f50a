package io.flexibleupgrades.systemtests.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.factory.Oracle;
import io.flexibleupgrades.systemtests.factory.RandomFactory;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator does to a preparation without leaving the pages. */
@ExtendWith(SharedSystem.class)
class ActionsST {
  private static final String HOME = "/environments/page-actions";
  private static final int PATIENCE_MILLIS = 120_000;

  private final RunningSystem system;

  ActionsST(RunningSystem system) {
    this.system = system;
  }

  @Test
  @DisplayName("B42, B43, B46: pauses, resumes, cancels, prepares again and publishes on the pages")
  void operatesAPreparation() {
    var factory = new RandomFactory(601).make(60, 1, 2);
    var imported = ImportedFactory.compilingSlowly(system, "page-actions", factory, 601);
    var outcome = new Oracle(factory).outcome();
    try (var browser = new Browser()) {
      var page = browser.open(address(HOME));
      imported.upgrade();
      awaitBanner(page, "preparing your modules - ");

      assertThat(asked(page, "Pause…", "Pause", "The <database> is busy."))
          .contains("Done", "The preparation is paused; what is being compiled is finished.");
      back(page);
      awaitBanner(page, "Paused by Ada: The <database> is busy.");
      assertThat(asked(page, "Resume…", "Resume", "")).contains("The preparation goes on.");
      back(page);
      assertThat(asked(page, "Cancel the preparation…", "Cancel the preparation", ""))
          .contains("The upgrade is cancelled.");
      back(page);
      awaitBanner(page, "The preparation of your modules was cancelled.");
      assertThat(asked(page, "Prepare again…", "Prepare again", "We go on."))
          .contains("What is not prepared is prepared again.");
      back(page);
      awaitBanner(
          page,
          "%d modules prepared successfully, %d modules failed and %d modules skipped."
              .formatted(
                  outcome.prepared().size(), outcome.failed().size(), outcome.skipped().size()));
      publishes(page, outcome.prepared().iterator().next());
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private void publishes(Page page, String module) {
    page.navigate(address(HOME + "/modules/" + module).toString());
    assertThat(asked(page, "Publish…", "Publish", ""))
        .contains("Done", "1 module is being published on platform 11.9.0.");
    page.locator("a:has-text('Back to')").click();
    page.waitForFunction(
        "() => document.querySelector('#module .facts dd').innerText === '11.9.0'",
        null,
        new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS));
  }

  /** Chooses an action, agrees to it, and returns what became of it. */
  private static String asked(Page page, String link, String button, String reason) {
    page.locator("a.button:has-text('" + link + "')").click();
    page.locator("input[name=requestedBy]").fill("Ada");
    if (!reason.isEmpty()) {
      page.locator("input[name=reason]").fill(reason);
    }
    page.locator("button:has-text('" + button + "')").click();
    return page.locator("section:has(#result)").innerText();
  }

  private static void back(Page page) {
    page.locator("a:has-text('Back to the environment')").click();
    page.waitForURL("**" + HOME);
  }

  private static void awaitBanner(Page page, String text) {
    page.waitForFunction(
        "text => document.querySelector('#banner').innerText.includes(text)",
        text,
        new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS));
  }

  private URI address(String path) {
    return system.serviceCenter().address(path);
  }
}
