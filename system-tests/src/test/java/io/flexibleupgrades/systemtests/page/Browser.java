package io.flexibleupgrades.systemtests.page;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Chromium without a window, and what its pages complained about. */
public final class Browser implements AutoCloseable {
  private static final String USUAL = "/usr/bin/chromium";

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> complaints = new ArrayList<>();

  /** Starts Chromium. */
  public Browser() {
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var path = Objects.requireNonNullElse(System.getenv("FLEXUP_CHROMIUM"), USUAL);
    this.chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(path))
                    .setHeadless(true)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** Opens a page whose errors, also those against its content security policy, are kept. */
  public Page open(URI address) {
    return open(address, new com.microsoft.playwright.Browser.NewContextOptions());
  }

  /** Opens a page as somebody with these settings sees it. */
  public Page open(URI address, com.microsoft.playwright.Browser.NewContextOptions settings) {
    var page = chromium.newContext(settings).newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onRequestFailed(request -> {
      if (!request.failure().contains("ERR_ABORTED")) {
        complaints.add(request.url() + ": " + request.failure());
      }
    });
    var response = page.navigate(address.toString());
    if (response == null || response.headerValue("content-security-policy") == null) {
      complaints.add("The page has no content security policy.");
    }
    return page;
  }

  /** Returns what its pages complained about. */
  public List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
