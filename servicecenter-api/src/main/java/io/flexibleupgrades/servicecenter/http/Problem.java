package io.flexibleupgrades.servicecenter.http;

import java.net.URI;

/**
 * Why a request was not answered as asked, as RFC 9457 writes it.
 *
 * @param type stable name of the kind of problem
 * @param detail what happened, where, and what to do
 * @param instance path of the request
 */
public record Problem(URI type, String title, int status, String detail, String instance) {
  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(String slug, String title, int status, String detail, String instance) {
    return new Problem(
        URI.create("https://flexibleupgrades.io/problems/" + slug),
        title,
        status,
        detail,
        instance);
  }
}
