package io.flexibleupgrades.store.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.store.problems.Problem;
import io.flexibleupgrades.store.problems.ProblemKind;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Refuses bodies that are too large even to be read past, before any resource sees them. */
final class OversizedRequests {
  private static final int BEFORE_EVERYTHING = 1000;

  private final ObjectMapper json;
  private final HttpLimits limits;

  OversizedRequests(ObjectMapper json, HttpLimits limits) {
    this.json = json;
    this.limits = limits;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_EVERYTHING);
  }

  private void check(RoutingContext request) {
    if (announcedBytes(request) > limits.maxBodyBytes()) {
      refuse(
          request,
          ProblemKind.BUNDLE_TOO_LARGE,
          "A request has at most %,d bytes (flexup.store.http.max-body-bytes)."
              .formatted(limits.maxBodyBytes()));
    } else {
      request.next();
    }
  }

  private static long announcedBytes(RoutingContext request) {
    var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException _) {
      return Long.MAX_VALUE;
    }
  }

  private void refuse(RoutingContext request, ProblemKind kind, String detail) {
    request
        .response()
        .setStatusCode(kind.status())
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(written(Problem.of(kind, detail, request.request().path())))
        .onComplete(_ -> request.request().connection().close());
  }

  private String written(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem document cannot be written as JSON.", e);
    }
  }
}
