package io.flexibleupgrades.benchmarks.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** People who open one page after the other, as browsers ask for them. */
final class Readers {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<URI> pages;

  Readers(List<URI> pages) {
    this.pages = pages;
  }

  /**
   * Reads for a while.
   *
   * @param pause between two pages of one reader
   * @return milliseconds until the first byte, for each page
   */
  Map<URI, List<Double>> read(int readers, Duration pause, Duration time)
      throws InterruptedException {
    var waits = new ConcurrentHashMap<URI, List<Double>>();
    long end = System.nanoTime() + time.toNanos();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < readers; i++) {
      var random = new Random(i);
      threads.add(Thread.ofVirtual().start(() -> read(random, pause, end, waits)));
    }
    for (var thread : threads) {
      thread.join();
    }
    return waits;
  }

  private void read(Random random, Duration pause, long end, Map<URI, List<Double>> waits) {
    try {
      // Nobody begins in the same moment as the others.
      Thread.sleep(random.nextLong(Math.max(1, pause.toMillis())));
      while (System.nanoTime() < end) {
        var page = pages.get(random.nextInt(pages.size()));
        waits.computeIfAbsent(page, _ -> new CopyOnWriteArrayList<>()).add(firstByte(page));
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the milliseconds until the first byte of a page's text is there. */
  private double firstByte(URI page) throws InterruptedException {
    var request = HttpRequest.newBuilder(page).header("Accept", "text/html").build();
    long asked = System.nanoTime();
    try {
      var answer = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream text = answer.body()) {
        if (answer.statusCode() != 200 || text.read() < 0) {
          throw new IllegalStateException(page + " answered " + answer.statusCode());
        }
        double waited = (System.nanoTime() - asked) / 1e6;
        text.transferTo(java.io.OutputStream.nullOutputStream());
        return waited;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
