package io.flexibleupgrades.store.http;

import io.flexibleupgrades.store.database.DatabaseOutage;
import io.flexibleupgrades.store.problems.Problem;
import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what went wrong into problem documents. */
final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  RestResponse<Problem> refused(ProblemException refused, UriInfo uri) {
    return answer(refused.kind(), String.valueOf(refused.getMessage()), uri, refused.extensions());
  }

  @ServerExceptionMapper({
    NotFoundException.class,
    NotAllowedException.class,
    NotAcceptableException.class,
    NotSupportedException.class,
    WebApplicationException.class
  })
  RestResponse<Problem> framework(WebApplicationException refused, UriInfo uri) {
    int status = refused.getResponse().getStatus();
    return switch (status) {
      case 404 ->
          answer(
              ProblemKind.NO_SUCH_ADDRESS,
              "'%s' is no address of the artifact store; /q/openapi lists them."
                  .formatted(uri.getPath()),
              uri);
      case 405 ->
          allowing(
              answer(
                  ProblemKind.METHOD_NOT_ALLOWED,
                  "'%s' does not take this method; /q/openapi lists those it takes."
                      .formatted(uri.getPath()),
                  uri),
              refused);
      case 406 ->
          answer(
              ProblemKind.NOT_ACCEPTABLE,
              "'%s' does not answer in the media type asked for; leave out the Accept header."
                  .formatted(uri.getPath()),
              uri);
      case 415 ->
          answer(
              ProblemKind.UNSUPPORTED_MEDIA_TYPE,
              "'%s' does not take this Content-Type; /q/openapi says which it takes."
                  .formatted(uri.getPath()),
              uri);
      default -> status >= 500 ? unexpected(refused, uri) : malformed(refused, uri);
    };
  }

  @ServerExceptionMapper
  RestResponse<Problem> storage(IOException fault, UriInfo uri) {
    LOG.errorf(fault, "The store's files cannot be read or written (%s)", uri.getPath());
    return answer(
        ProblemKind.STORAGE_UNAVAILABLE,
        "The store cannot read or write its files now; try again, and see the store's log.",
        uri);
  }

  @ServerExceptionMapper
  RestResponse<Problem> unexpected(Throwable fault, UriInfo uri) {
    if (DatabaseOutage.isBehind(fault)) {
      LOG.warnf("The database does not answer (%s): %s", uri.getPath(), fault.toString());
      return answer(ProblemKind.DATABASE_UNAVAILABLE, DatabaseOutage.DETAIL, uri);
    }
    LOG.errorf(fault, "Unexpected fault at %s", uri.getPath());
    return answer(
        ProblemKind.FAULT,
        "The store met an unexpected fault; its log has the cause under this path and time.",
        uri);
  }

  private static RestResponse<Problem> answer(ProblemKind kind, String detail, UriInfo uri) {
    return answer(kind, detail, uri, Map.of());
  }

  private static RestResponse<Problem> answer(
      ProblemKind kind, String detail, UriInfo uri, Map<String, Object> extensions) {
    return RestResponse.ResponseBuilder.<Problem>create(kind.status())
        .entity(Problem.of(kind, detail, uri.getRequestUri().getRawPath(), extensions))
        .type(Problem.MEDIA_TYPE)
        .build();
  }

  private static RestResponse<Problem> malformed(WebApplicationException refused, UriInfo uri) {
    return answer(
        ProblemKind.MALFORMED_REQUEST,
        "The request to '%s' was refused: %s.".formatted(uri.getPath(), refused.getMessage()),
        uri);
  }

  private static RestResponse<Problem> allowing(
      RestResponse<Problem> answer, WebApplicationException refused) {
    var allowed = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
    if (allowed != null) {
      answer.getHeaders().putSingle(HttpHeaders.ALLOW, allowed);
    }
    return answer;
  }
}
