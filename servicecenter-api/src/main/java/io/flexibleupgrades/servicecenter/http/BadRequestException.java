package io.flexibleupgrades.servicecenter.http;

/** What was asked is not well formed. */
public final class BadRequestException extends RefusedException {
  private static final long serialVersionUID = 1L;

  private BadRequestException(String slug, String message) {
    super(slug, "The request is malformed", 400, message);
  }

  /** A filter or a limit says nothing that can be looked for. */
  public static BadRequestException malformedFilter(String message) {
    return new BadRequestException("malformed-filter", message);
  }

  /** A form lacks something, or was not made by the page that asks. */
  public static BadRequestException malformedForm(String message) {
    return new BadRequestException("malformed-form", message);
  }

  /** A cursor was made up, or belongs to another list. */
  public static BadRequestException malformedCursor(String message) {
    return new BadRequestException("malformed-cursor", message);
  }

  /** A name or id in the path can belong to nothing. */
  public static BadRequestException malformedName(String message) {
    return new BadRequestException("malformed-name", message);
  }
}
