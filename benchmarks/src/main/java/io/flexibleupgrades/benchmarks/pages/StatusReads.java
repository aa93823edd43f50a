package io.flexibleupgrades.benchmarks.pages;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Reads of a status at a steady rate, whether the answers come or not. */
final class StatusReads {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Returns the milliseconds from the moment each read was due to the end of its answer. */
  List<Double> read(URI status, int perSecond, Duration time) {
    var request = HttpRequest.newBuilder(status).build();
    long start = System.nanoTime();
    long every = 1_000_000_000L / perSecond;
    long count = time.toNanos() / every;
    var answers = new ArrayList<CompletableFuture<Double>>();
    for (long i = 0; i < count; i++) {
      long due = start + i * every;
      for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
        LockSupport.parkNanos(due - now);
      }
      answers.add(
          client
              .sendAsync(request, BodyHandlers.ofByteArray())
              .thenApply(answer -> {
                if (answer.statusCode() != 200) {
                  throw new IllegalStateException(status + " answered " + answer.statusCode());
                }
                return (System.nanoTime() - due) / 1e6;
              }));
    }
    return answers.stream().map(CompletableFuture::join).toList();
  }
}
