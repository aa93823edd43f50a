package io.flexibleupgrades.servicecenter.database;

/** Nothing can be read yet; the message says what is being waited for. */
public final class ViewsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ViewsUnavailableException(String message) {
    super(message);
  }
}
