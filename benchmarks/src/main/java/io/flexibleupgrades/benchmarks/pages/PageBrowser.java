package io.flexibleupgrades.benchmarks.pages;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import io.flexibleupgrades.systemtests.page.Browser;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A browser that looks at pages. */
final class PageBrowser implements AutoCloseable {
  private final Browser browser = new Browser();

  /** Returns the milliseconds from asking for a page until the first row of its table is shown. */
  List<Double> tableShown(URI modules, int times) {
    var page = browser.open(modules);
    var shown = new ArrayList<Double>();
    for (int i = 0; i < times; i++) {
      long asked = System.nanoTime();
      page.navigate(
          modules.toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
      page.waitForSelector("#table tbody tr");
      shown.add((System.nanoTime() - asked) / 1e6);
    }
    return shown;
  }

  /** Takes a picture of each page as it is in light and in dark. */
  void takeScreenshots(List<URI> pages, Path folder) {
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      var page =
          browser.open(
              pages.getFirst(),
              new NewContextOptions().setColorScheme(scheme).setViewportSize(1280, 900));
      for (int i = 0; i < pages.size(); i++) {
        page.navigate(pages.get(i).toString());
        var name = "%02d-%s.png".formatted(i, scheme.name().toLowerCase(Locale.ROOT));
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name)));
      }
    }
  }

  @Override
  public void close() {
    browser.close();
  }
}
