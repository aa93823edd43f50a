package io.flexibleupgrades.orchestrator.publishing;

import io.flexibleupgrades.events.Digest;
import java.util.Set;

/** A publish relies on artifacts of which it is not known whether the store still has them. */
final class UncheckedArtifactsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Set<Digest> artifacts;

  UncheckedArtifactsException(Set<Digest> artifacts) {
    super("%d artifacts are to be checked first.".formatted(artifacts.size()));
    this.artifacts = Set.copyOf(artifacts);
  }

  Set<Digest> artifacts() {
    return artifacts;
  }
}
