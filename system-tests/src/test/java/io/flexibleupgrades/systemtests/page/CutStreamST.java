package io.flexibleupgrades.systemtests.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.factory.RandomFactory;
import io.flexibleupgrades.systemtests.faults.FaultLine;
import io.flexibleupgrades.systemtests.faults.LineFault;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import io.flexibleupgrades.systemtests.running.Upgrade;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page whose line to the Service Center is bad. */
@ExtendWith(SharedSystem.class)
class CutStreamST {
  private static final Duration CUT =
      Duration.ofSeconds(Integer.getInteger("flexup.page.cut.seconds", 6));
  private static final int CAUGHT_UP_AT_MOST_MILLIS = 60_000;

  private final RunningSystem system;

  CutStreamST(RunningSystem system) {
    this.system = system;
  }

  @Test
  @DisplayName("B47: a page whose line was cut catches up by itself, and every module is as it is")
  void catchesUpAfterACut() throws IOException, InterruptedException {
    catchesUp("page-cut", LineFault.CUT);
  }

  @Test
  @DisplayName("B47: so does one whose line was dead without anybody being told")
  void catchesUpAfterSilence() throws IOException, InterruptedException {
    catchesUp("page-silent", LineFault.STALL);
  }

  private void catchesUp(String environment, LineFault fault)
      throws IOException, InterruptedException {
    var factory = new RandomFactory(602).make(80, 1, 3);
    var imported = ImportedFactory.compilingSlowly(system, environment, factory, 602);
    var there = system.serviceCenter().address("/environments/" + environment + "/modules");
    try (var browser = new Browser();
        var line = FaultLine.to(there.getPort())) {
      var upgrade = imported.upgrade();
      var page = browser.open(at(line.port(), there));
      page.waitForFunction(
          "() => document.querySelectorAll('tr .state.prepared').length > 1",
          null,
          new Page.WaitForFunctionOptions().setTimeout(CAUGHT_UP_AT_MOST_MILLIS));
      page.evaluate("window.neverReloaded = true");

      line.disturb(fault);
      Thread.sleep(CUT);
      line.mend();
      upgrade.watch().awaitEnd();

      page.waitForFunction(
          "() => document.querySelector('#banner').innerText.includes('There were errors')",
          null,
          new Page.WaitForFunctionOptions().setTimeout(CAUGHT_UP_AT_MOST_MILLIS));
      page.waitForFunction(
          "() => document.querySelectorAll('tr .state.pending, tr .state.preparing').length === 0",
          null,
          new Page.WaitForFunctionOptions().setTimeout(CAUGHT_UP_AT_MOST_MILLIS));
      assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
      everyModuleIsAsItIs(page, upgrade);
    }
  }

  private static void everyModuleIsAsItIs(Page page, Upgrade upgrade) {
    for (var module : upgrade.modules()) {
      var name = module.path("name").asText();
      assertThat(page.locator("tr[data-module='" + name + "'] [data-state-word]").innerText())
          .as(name)
          .isEqualTo(module.path("state").asText());
    }
  }

  private static URI at(int port, URI address) {
    return URI.create("http://127.0.0.1:" + port + address.getPath());
  }
}
