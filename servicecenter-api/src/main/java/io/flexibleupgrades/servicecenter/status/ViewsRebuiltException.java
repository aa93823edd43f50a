package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.servicecenter.http.RefusedException;

/** The cursor leads into views that are no more. */
final class ViewsRebuiltException extends RefusedException {
  private static final long serialVersionUID = 1L;

  ViewsRebuiltException() {
    super(
        "views-rebuilt",
        "The views were built again",
        410,
        "The views were built again since this cursor was given. Leave 'after' out to start again"
            + " with the first change.");
  }
}
