package io.flexibleupgrades.servicecenter.projection;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Asks for a rebuild of all views, in words that nobody sends by accident. */
record RebuildRequest(
    @Schema(enumeration = RebuildRequest.WORDS, required = true) @Nullable String confirm) {
  static final String WORDS = "rebuild all views";

  boolean isConfirmed() {
    return WORDS.equals(confirm);
  }
}
