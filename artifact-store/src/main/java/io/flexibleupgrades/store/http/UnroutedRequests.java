package io.flexibleupgrades.store.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.store.problems.Problem;
import io.flexibleupgrades.store.problems.ProblemKind;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Answers requests that the HTTP server itself refuses, before any resource sees them. */
final class UnroutedRequests {
  private static final int BEFORE_EVERYTHING = 1000;

  private final ObjectMapper json;
  private final HttpLimits limits;

  UnroutedRequests(ObjectMapper json, HttpLimits limits) {
    this.json = json;
    this.limits = limits;
  }

  void register(@Observes Router router) {
    router.errorHandler(
        400,
        request ->
            answer(
                request,
                ProblemKind.MALFORMED_REQUEST,
                "The address or the headers of this request cannot be decoded."));
  }

  void register(@Observes Filters filters) {
    filters.register(this::refuseOversized, BEFORE_EVERYTHING);
  }

  /** Answers at once: what is announced here is too much even to be read past. */
  private void refuseOversized(RoutingContext request) {
    if (announcedBytes(request) <= limits.maxBodyBytes()) {
      request.next();
      return;
    }
    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    answer(
        request,
        ProblemKind.BUNDLE_TOO_LARGE,
        "A request has at most %,d bytes (flexup.store.http.max-body-bytes)."
            .formatted(limits.maxBodyBytes()));
  }

  private static long announcedBytes(RoutingContext request) {
    var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException _) {
      return Long.MAX_VALUE;
    }
  }

  private void answer(RoutingContext request, ProblemKind kind, String detail) {
    var response = request.response();
    if (response.ended()) {
      return;
    }
    response
        .setStatusCode(kind.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(written(Problem.of(kind, detail, request.request().path())));
  }

  private String written(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem document cannot be written as JSON.", e);
    }
  }
}
