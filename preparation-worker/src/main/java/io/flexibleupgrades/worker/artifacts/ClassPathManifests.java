package io.flexibleupgrades.worker.artifacts;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.worker.daemon.ArtifactJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** What each artifact was compiled against, read from the artifacts themselves. Thread-safe. */
public final class ClassPathManifests {
  /** Deep factories have class paths of thousands of modules, each in thousands of artifacts. */
  private static final int MOST_REMEMBERED = 50_000;

  private final Map<Digest, List<ProducerArtifact>> known = new LinkedHashMap<>(64, 0.75f, true);
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
      manifest(artifact.artifact()).forEach(below -> closure.putIfAbsent(below.module(), below));
    }
    return List.copyOf(closure.values());
  }

  private List<ProducerArtifact> manifest(Digest artifact)
      throws StoreFaultException, InterruptedException {
    var manifest = remembered(artifact);
    if (manifest == null) {
      try (var held = blobs.hold(List.of(artifact))) {
        manifest = read(artifact, held.file(artifact));
      }
      remember(artifact, manifest);
    }
    return manifest;
  }

  /** Returns what an artifact was compiled against, as it says itself. */
  static List<ProducerArtifact> read(Digest artifact, Path jar) throws StoreFaultException {
    try (var zip = new ZipFile(jar.toFile())) {
      var entry = zip.getEntry(ArtifactJar.METADATA);
      if (entry == null) {
        throw new StoreFaultException(
            "Blob %s is no artifact: it has no %s.".formatted(artifact, ArtifactJar.METADATA));
      }
      try (var metadata = zip.getInputStream(entry)) {
        return ArtifactMetadata.read(metadata).classPath();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new StoreFaultException(
          "Blob %s is no artifact: %s.".formatted(artifact, e.getMessage()));
    }
  }

  private synchronized @Nullable List<ProducerArtifact> remembered(Digest artifact) {
    return known.get(artifact);
  }

  private synchronized void remember(Digest artifact, List<ProducerArtifact> manifest) {
    forget(known.put(artifact, manifest));
    remembered += manifest.size();
    var eldest = known.values().iterator();
    while (remembered > MOST_REMEMBERED) {
      forget(eldest.next());
      eldest.remove();
    }
  }

  private void forget(@Nullable List<ProducerArtifact> manifest) {
    remembered -= manifest == null ? 0 : manifest.size();
  }

  /** Returns how many entries of manifests are in memory. */
  synchronized int remembered() {
    return remembered;
  }
}
