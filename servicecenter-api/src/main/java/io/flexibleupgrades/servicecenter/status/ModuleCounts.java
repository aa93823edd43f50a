package io.flexibleupgrades.servicecenter.status;

import jakarta.persistence.Embeddable;

/** The columns that count the modules of an upgrade by their state. */
@Embeddable
class ModuleCounts {
  private int total;
  private int prepared;
  private int failed;
  private int skipped;
  private int cancelled;
  private int excluded;

  Counts counts() {
    return new Counts(total, prepared, failed, skipped, cancelled, excluded);
  }

  boolean areAllPrepared() {
    return failed + skipped + cancelled == 0;
  }

  void added(ModuleState state, int modules) {
    switch (state) {
      case PENDING, PREPARING -> {
        // Only counted as in scope.
      }
      case PREPARED -> prepared += modules;
      case FAILED -> failed += modules;
      case SKIPPED -> skipped += modules;
      case CANCELLED -> cancelled += modules;
      case EXCLUDED -> excluded += modules;
    }
    total += state == ModuleState.EXCLUDED ? 0 : modules;
  }

  void moved(ModuleState from, ModuleState to, int modules) {
    added(from, -modules);
    added(to, modules);
  }
}
