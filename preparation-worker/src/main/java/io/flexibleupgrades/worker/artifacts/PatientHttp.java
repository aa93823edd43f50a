package io.flexibleupgrades.worker.artifacts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * HTTP with a store that may be away: every try has its time, longer for more bytes, and tries are
 * repeated with growing pauses until the patience is over.
 */
final class PatientHttp {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration SHORTEST_ANSWER = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final long LEAST_BYTES_PER_SECOND = 1024 * 1024;
  private static final long MOST_BYTES = 1024L * 1024 * 1024;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final URI api;
  private final Duration patience;

  PatientHttp(URI api, Duration patience) {
    this.api = api;
    this.patience = patience;
  }

  /** Returns the answer to a single try. */
  <T> HttpResponse<T> once(HttpRequest request, BodyHandler<T> body)
      throws IOException, InterruptedException {
    return http.send(request, body);
  }

  /**
   * Returns the answer to a request.
   *
   * @param what names what is asked for
   * @param bytes of the request's body, which also take their time
   */
  <T> HttpResponse<T> answered(
      String what, HttpRequest.Builder request, long bytes, BodyHandler<T> body)
      throws StoreFaultException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    var pause = FIRST_PAUSE;
    while (true) {
      String trouble;
      try {
        var answer = send(request, answerTime(deadline).plus(transferTime(bytes)), body);
        if (answer.statusCode() < 500 && answer.statusCode() != 429) {
          return answer;
        }
        trouble = "it answered " + answer.statusCode();
      } catch (IOException e) {
        trouble = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      }
      if (System.nanoTime() + pause.toNanos() > deadline) {
        throw new StoreFaultException(
            "The artifact store at %s did not give or take %s within %d s: %s."
                .formatted(api, what, patience.toSeconds(), trouble));
      }
      Thread.sleep(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  // The request's own timeout ends with the headers: a body that never ends needs another one.
  private <T> HttpResponse<T> send(HttpRequest.Builder request, Duration time, BodyHandler<T> body)
      throws IOException, InterruptedException {
    var length = new AtomicLong();
    var answer =
        http.sendAsync(
            request.timeout(time).build(),
            headers -> {
              length.set(headers.headers().firstValueAsLong("content-length").orElse(0));
              return body.apply(headers);
            });
    try {
      return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return rest(answer, transferTime(length.get()));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static <T> HttpResponse<T> rest(CompletableFuture<HttpResponse<T>> answer, Duration time)
      throws IOException, InterruptedException {
    try {
      return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("the answer took too long", e);
    }
  }

  // The last try, too, has a second.
  private static Duration answerTime(long deadline) {
    long left = Math.max(deadline - System.nanoTime(), SHORTEST_ANSWER.toNanos());
    return left < ANSWER.toNanos() ? Duration.ofNanos(left) : ANSWER;
  }

  private static Duration transferTime(long bytes) {
    return Duration.ofMillis(Math.clamp(bytes, 0, MOST_BYTES) * 1_000 / LEAST_BYTES_PER_SECOND);
  }
}
