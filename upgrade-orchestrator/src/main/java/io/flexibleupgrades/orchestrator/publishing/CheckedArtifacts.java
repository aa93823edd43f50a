package io.flexibleupgrades.orchestrator.publishing;

import io.flexibleupgrades.events.Digest;
import java.util.HashSet;
import java.util.Set;

/** What the artifact store said of artifacts that a publish relies on. Belongs to one thread. */
public final class CheckedArtifacts {
  private final Set<Digest> intact = new HashSet<>();
  private final Set<Digest> missing = new HashSet<>();

  /** Returns the artifacts that the store has lost, or has with other bytes. */
  Set<Digest> missing() {
    return Set.copyOf(missing);
  }

  /**
   * Requires that these artifacts were checked.
   *
   * @throws UncheckedArtifactsException that names those which were not
   */
  void require(Set<Digest> relied) {
    var unchecked = new HashSet<>(relied);
    unchecked.removeAll(intact);
    unchecked.removeAll(missing);
    if (!unchecked.isEmpty()) {
      throw new UncheckedArtifactsException(unchecked);
    }
  }

  void add(Digest artifact, boolean isIntact) {
    (isIntact ? intact : missing).add(artifact);
  }
}
