package io.flexibleupgrades.servicecenter.http;

/** A request cannot be answered as asked; the message says what, where and what to do. */
public abstract class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String slug;
  private final String title;
  private final int status;

  /**
   * Names the problem.
   *
   * @param slug stable end of the problem's type
   * @param status code of the answer, 400 to 499
   */
  protected RefusedException(String slug, String title, int status, String message) {
    super(message);
    this.slug = slug;
    this.title = title;
    this.status = status;
  }

  /** Returns what happened, where, and what to do. */
  public final String detail() {
    return String.valueOf(getMessage());
  }

  final String slug() {
    return slug;
  }

  final String title() {
    return title;
  }

  final int status() {
    return status;
  }
}
