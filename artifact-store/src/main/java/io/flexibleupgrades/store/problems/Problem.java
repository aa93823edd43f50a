package io.flexibleupgrades.store.problems;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem document (RFC 9457).
 *
 * @param type stable address of the kind of problem
 * @param detail what is wrong, where and what to do
 * @param instance the path that was asked for
 * @param extensions members beyond the standard ones, written beside them
 */
@Schema(description = "A problem document (RFC 9457).")
public record Problem(
    URI type,
    String title,
    int status,
    String detail,
    String instance,
    @JsonAnyGetter @Schema(hidden = true) Map<String, Object> extensions) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(ProblemKind kind, String detail, String instance) {
    return of(kind, detail, instance, Map.of());
  }

  public static Problem of(
      ProblemKind kind, String detail, String instance, Map<String, Object> extensions) {
    return new Problem(kind.type(), kind.title(), kind.status(), detail, instance, extensions);
  }
}
