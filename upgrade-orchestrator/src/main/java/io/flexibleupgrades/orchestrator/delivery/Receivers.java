package io.flexibleupgrades.orchestrator.delivery;

import io.flexibleupgrades.orchestrator.delivery.Reply.Answered;
import io.flexibleupgrades.orchestrator.delivery.Reply.Unanswered;
import io.flexibleupgrades.orchestrator.notification.Delivery;
import io.flexibleupgrades.orchestrator.notification.Signature;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Posts deliveries to their receivers: signed, with no redirect followed, and never for long. */
@ApplicationScoped
class Receivers {
  private static final int LONGEST_ERROR = 500;

  private final Clock clock;
  private final Duration connectTimeout;
  private final Duration requestTimeout;
  private final HttpClient client;

  Receivers(Clock clock, WebhookConfig config) {
    this.clock = clock;
    connectTimeout = config.connectTimeout();
    requestTimeout = config.requestTimeout();
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }

  /** Makes one attempt. */
  Reply post(Delivery delivery) throws InterruptedException {
    try {
      // Status and headers say it all: the body, which may never end, is not waited for.
      var response = client.send(request(delivery), BodyHandlers.ofInputStream());
      try (var _ = response.body()) {
        var asked = response.headers().firstValue("retry-after").orElse("");
        return new Answered(response.statusCode(), RetryAfter.of(asked, clock.instant()));
      }
    } catch (IOException | RuntimeException e) {
      return new Unanswered(reason(e));
    }
  }

  private HttpRequest request(Delivery delivery) {
    var attemptedAt = clock.instant();
    return HttpRequest.newBuilder(delivery.url().uri())
        .timeout(requestTimeout)
        .header("content-type", "application/json")
        .header("user-agent", "flexible-upgrades")
        .header("webhook-id", delivery.id().toString())
        .header("webhook-timestamp", Long.toString(attemptedAt.getEpochSecond()))
        .header(
            "webhook-signature",
            Signature.of(delivery.secret(), delivery.id(), attemptedAt, delivery.payload()))
        .POST(BodyPublishers.ofString(delivery.payload()))
        .build();
  }

  private String reason(Exception failure) {
    return switch (failure) {
      case HttpConnectTimeoutException _ ->
          "The receiver accepted no connection within %d ms.".formatted(connectTimeout.toMillis());
      case HttpTimeoutException _ ->
          "The receiver did not answer within %d ms.".formatted(requestTimeout.toMillis());
      case ConnectException e when isUnresolved(e) -> "The receiver's host has no address.";
      case ConnectException _ -> "The receiver accepts no connection.";
      default -> "The receiver did not answer: " + readable(failure);
    };
  }

  private static boolean isUnresolved(@Nullable Throwable failure) {
    return failure != null
        && (failure instanceof UnresolvedAddressException || isUnresolved(failure.getCause()));
  }

  /** A receiver's garbage is part of some messages, and PostgreSQL does not keep all of it. */
  private static String readable(Exception failure) {
    var text = String.valueOf(failure.getMessage()).replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
    return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR) + "…";
  }
}
