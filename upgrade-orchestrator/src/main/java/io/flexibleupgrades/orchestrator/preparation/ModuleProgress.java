package io.flexibleupgrades.orchestrator.preparation;

import java.util.Locale;

/** Where a module of a preparation stands. */
public enum ModuleProgress {
  PENDING,
  PREPARING,
  PREPARED,
  FAILED,
  SKIPPED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
