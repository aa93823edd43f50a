package io.flexibleupgrades.servicecenter.http;

import io.flexibleupgrades.servicecenter.database.DatabaseException;
import io.flexibleupgrades.servicecenter.database.ViewsUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every failure of a request with a problem. */
class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class);

  @ServerExceptionMapper
  Response refused(RefusedException e, UriInfo uri) {
    return answer(e.slug(), e.title(), e.status(), e.detail(), uri);
  }

  @ServerExceptionMapper
  Response notYet(ViewsUnavailableException e, UriInfo uri) {
    return unavailable(message(e), uri);
  }

  @ServerExceptionMapper
  Response refusedByFramework(WebApplicationException e, UriInfo uri) {
    var given = e.getResponse();
    int status = given.getStatus();
    var phrase = given.getStatusInfo().getReasonPhrase();
    var slug = phrase.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    var detail =
        switch (status) {
          case 404 -> "There is nothing at this address. /q/openapi lists the addresses.";
          case 405 -> "This address does not know the method. /q/openapi lists what it knows.";
          case 406 -> "This address answers in JSON: accept application/json.";
          case 415 -> "Send JSON, with Content-Type: application/json.";
          default -> message(e);
        };
    var answer = Response.fromResponse(answer(slug, phrase, status, detail, uri));
    var allow = given.getHeaderString(HttpHeaders.ALLOW);
    return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
  }

  @ServerExceptionMapper
  Response unexpected(Exception e, UriInfo uri) {
    if (DatabaseException.isUnavailable(e)) {
      LOG.warnf("%s was not answered: %s", uri.getPath(), e.getMessage());
      return unavailable(
          "The database does not answer. The request can be repeated in a few seconds.", uri);
    }
    LOG.errorf(e, "%s was not answered.", uri.getPath());
    return answer(
        "internal-error",
        "The request was not answered",
        500,
        "The Service Center's log says why. Nothing was changed.",
        uri);
  }

  private static Response unavailable(String detail, UriInfo uri) {
    var answer = answer("views-unavailable", "The views cannot be read now", 503, detail, uri);
    return Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, "2").build();
  }

  private static Response answer(
      String slug, String title, int status, String detail, UriInfo uri) {
    var instance = uri.getRequestUri().getRawPath();
    return Response.status(status)
        .type(Problem.MEDIA_TYPE)
        .entity(Problem.of(slug, title, status, detail, instance))
        .build();
  }

  private static String message(Exception e) {
    var message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
