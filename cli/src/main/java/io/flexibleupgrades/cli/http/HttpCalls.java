package io.flexibleupgrades.cli.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.flexibleupgrades.cli.command.InterruptedCommandException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Sends requests, and sends one again whose connection was lost before the answer came. */
public final class HttpCalls implements AutoCloseable {
  /**
   * An answer, whatever its status.
   *
   * @param body missing if it is no JSON
   */
  record Reply(int status, JsonNode body) {}

  private static final int ATTEMPTS = 4;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration CONNECT_TIME = Duration.ofSeconds(5);
  private static final long MOST_ANSWER_BYTES = 32L * 1024 * 1024;

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIME)
          .build();

  /** Returns the answer; every attempt sends the same headers and so the same idempotency key. */
  Reply exchange(Service service, URI base, HttpRequest request) {
    var pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        var body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_ANSWER_BYTES);
        return reply(client.send(request, body));
      } catch (ConnectException | HttpConnectTimeoutException e) {
        throw new UnreachableException(service, base, "no connection", e);
      } catch (HttpTimeoutException e) {
        throw new UnreachableException(service, base, "no answer in time", e);
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new UnreachableException(service, base, "the connection broke off", e);
        }
        sleep(pause);
        pause = pause.multipliedBy(2);
      } catch (InterruptedException e) {
        throw new InterruptedCommandException("calling the " + service, e);
      }
    }
  }

  private Reply reply(HttpResponse<byte[]> response) {
    var bytes = response.body();
    if (bytes.length == 0) {
      return new Reply(response.statusCode(), MissingNode.getInstance());
    }
    try {
      return new Reply(response.statusCode(), mapper.readTree(bytes));
    } catch (JacksonException e) {
      return new Reply(response.statusCode(), MissingNode.getInstance());
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory cannot be read.", e);
    }
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      throw new InterruptedCommandException("waiting to repeat a call", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
