package io.flexibleupgrades.worker.artifacts;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.worker.daemon.ArtifactJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * What an artifact says of itself to those who are compiled against it.
 *
 * @param classPath all artifacts it was compiled against
 * @param surface what a compiler can see of it and of all below it
 */
record ArtifactDescription(List<ProducerArtifact> classPath, String surface) {
  private static final int DIGEST_BYTES = 64;

  ArtifactDescription {
    classPath = List.copyOf(classPath);
  }

  /** Returns how an artifact describes itself. */
  static ArtifactDescription read(Digest artifact, Path jar) throws StoreFaultException {
    try (var zip = new ZipFile(jar.toFile())) {
      var entry = zip.getEntry(ArtifactJar.METADATA);
      if (entry == null) {
        throw new StoreFaultException(
            "Blob %s is no artifact: it has no %s.".formatted(artifact, ArtifactJar.METADATA));
      }
      try (var json = zip.getInputStream(entry)) {
        var metadata = ArtifactMetadata.read(json);
        return new ArtifactDescription(metadata.classPath(), surface(artifact, zip, metadata));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new StoreFaultException(
          "Blob %s is no artifact: %s.".formatted(artifact, e.getMessage()));
    }
  }

  private static String surface(Digest artifact, ZipFile zip, ArtifactMetadata metadata)
      throws IOException {
    var entry = zip.getEntry(ArtifactJar.API);
    if (entry == null || metadata.surfaceBelow() == null) {
      return Surface.opaque(artifact);
    }
    try (var api = zip.getInputStream(entry)) {
      var text = new String(api.readNBytes(DIGEST_BYTES), StandardCharsets.US_ASCII);
      return Surface.of(text, metadata.surfaceBelow());
    }
  }
}
