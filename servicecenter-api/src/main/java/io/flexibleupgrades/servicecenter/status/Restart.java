package io.flexibleupgrades.servicecenter.status;

/** Tells a reader of the stream that what it has read counts no longer. */
record Restart(String reason) {
  static final Restart VIEWS_REBUILT =
      new Restart(
          "The views were built again. Read the status and the changes from the first one on; this"
              + " stream goes on after the change that is named by the id of this event.");
}
