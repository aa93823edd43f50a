package io.flexibleupgrades.worker.artifacts;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ProducerArtifact;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What artifacts say of themselves, read from them and remembered. Thread-safe. */
public final class ClassPathManifests {
  /** Deep factories have class paths of thousands of modules, each in thousands of artifacts. */
  private static final int MOST_REMEMBERED = 50_000;

  private final Map<Digest, ArtifactDescription> known = new LinkedHashMap<>(64, 0.75f, true);
  private int remembered;
  private final BlobCache blobs;

  public ClassPathManifests(BlobCache blobs) {
    this.blobs = blobs;
  }

  /**
   * Returns these artifacts and all that they were compiled against, sorted by module. Of two
   * artifacts of one module the one named directly counts, else the one met first.
   */
  public List<ProducerArtifact> closure(Collection<ProducerArtifact> direct)
      throws StoreFaultException, InterruptedException {
    var closure = new TreeMap<ModuleId, ProducerArtifact>();
    direct.forEach(artifact -> closure.put(artifact.module(), artifact));
    for (var artifact : List.copyOf(closure.values())) {
      description(artifact.artifact())
          .classPath()
          .forEach(below -> closure.putIfAbsent(below.module(), below));
    }
    return List.copyOf(closure.values());
  }

  /** Returns what a compiler can see of these artifacts and of all below them. */
  public String surface(Collection<ProducerArtifact> direct)
      throws StoreFaultException, InterruptedException {
    var surfaces = new HashMap<ModuleId, String>();
    for (var artifact : direct) {
      surfaces.put(artifact.module(), description(artifact.artifact()).surface());
    }
    return Surface.of(surfaces);
  }

  private ArtifactDescription description(Digest artifact)
      throws StoreFaultException, InterruptedException {
    var description = remembered(artifact);
    if (description == null) {
      try (var held = blobs.hold(List.of(artifact))) {
        description = ArtifactDescription.read(artifact, held.file(artifact));
      }
      remember(artifact, description);
    }
    return description;
  }

  private synchronized @Nullable ArtifactDescription remembered(Digest artifact) {
    return known.get(artifact);
  }

  private synchronized void remember(Digest artifact, ArtifactDescription description) {
    forget(known.put(artifact, description));
    remembered += weight(description);
    var eldest = known.values().iterator();
    while (remembered > MOST_REMEMBERED) {
      forget(eldest.next());
      eldest.remove();
    }
  }

  private void forget(@Nullable ArtifactDescription description) {
    remembered -= description == null ? 0 : weight(description);
  }

  private static int weight(ArtifactDescription description) {
    return 1 + description.classPath().size();
  }

  /** Returns how many artifacts are in memory, those named on class paths included. */
  synchronized int remembered() {
    return remembered;
  }
}
