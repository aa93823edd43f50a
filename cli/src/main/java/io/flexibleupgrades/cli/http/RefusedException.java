package io.flexibleupgrades.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.flexibleupgrades.cli.command.CommandFailedException;

/** A service refused a call and said why. */
public final class RefusedException extends CommandFailedException {
  private static final long serialVersionUID = 1L;
  private static final int LOCKED = 423;

  private final int status;
  private final String slug;
  private final String detail;

  private RefusedException(int status, String slug, String detail, String message) {
    super(message);
    this.status = status;
    this.slug = slug;
    this.detail = detail;
  }

  /** Returns the refusal that an answer says, a problem document or not. */
  static RefusedException of(Service service, String call, int status, JsonNode body) {
    var title = body.path("title").asText("");
    var detail = body.path("detail").asText("");
    if (title.isEmpty() && detail.isEmpty()) {
      return new RefusedException(
          status,
          "",
          "HTTP " + status,
          "The %s answered HTTP %d to %s without saying why; its log tells more."
              .formatted(service, status, call));
    }
    var type = body.path("type").asText("");
    return new RefusedException(
        status,
        type.substring(type.lastIndexOf('/') + 1),
        detail.isEmpty() ? title : detail,
        sentence(status, title, detail) + violations(body));
  }

  /** The detail of a lock says everything: what is refused, by whom, and until when. */
  private static String sentence(int status, String title, String detail) {
    if (status == LOCKED && !detail.isEmpty()) {
      return detail;
    }
    return title.isEmpty() || detail.isEmpty() ? title + detail : title + ": " + detail;
  }

  /** Returns whether this is the problem with this name, the last part of its type. */
  public boolean is(String problem) {
    return slug.equals(problem);
  }

  public int status() {
    return status;
  }

  /** Returns the sentence about this case, without the problem's title. */
  public String detail() {
    return detail;
  }

  private static String violations(JsonNode body) {
    var violations = body.path("violations");
    var text = new StringBuilder();
    for (var violation : violations.isArray() ? violations : MissingNode.getInstance()) {
      text.append("\n  ")
          .append(violation.path("field").asText(""))
          .append(": ")
          .append(violation.path("message").asText(""));
    }
    return text.toString();
  }
}
