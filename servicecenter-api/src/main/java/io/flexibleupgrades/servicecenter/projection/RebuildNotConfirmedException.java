package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.servicecenter.http.RefusedException;

/** Nobody said that the views are really to be rebuilt. */
final class RebuildNotConfirmedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  RebuildNotConfirmedException() {
    super(
        "rebuild-not-confirmed",
        "The rebuild is not confirmed",
        400,
        "Nothing was done. A rebuild reads all events again and can take minutes: send the JSON"
            + " {\"confirm\": \"%s\"} if that is wanted.".formatted(RebuildRequest.WORDS));
  }
}
