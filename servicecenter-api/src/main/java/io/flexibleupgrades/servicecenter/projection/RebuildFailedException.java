package io.flexibleupgrades.servicecenter.projection;

/** The topic itself has a gap, so that no views can be built from it. */
final class RebuildFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RebuildFailedException(Halt halt) {
    super(halt.message());
  }
}
