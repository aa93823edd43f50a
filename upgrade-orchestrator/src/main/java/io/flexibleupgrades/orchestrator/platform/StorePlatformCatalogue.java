package io.flexibleupgrades.orchestrator.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.orchestrator.store.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;

/** The distributions in the artifact store. */
@ApplicationScoped
class StorePlatformCatalogue implements PlatformCatalogue {
  private final ArtifactStore store;
  private final ObjectMapper json;

  StorePlatformCatalogue(ArtifactStore store, ObjectMapper json) {
    this.store = store;
    this.json = json;
  }

  @Override
  public Optional<Platform> find(PlatformVersion version) {
    var document = store.document("platforms/" + version);
    return document.isEmpty()
        ? Optional.empty()
        : Optional.of(new Platform(version, digest(document)));
  }

  @Override
  public boolean serves(Platform platform) {
    return store.has(platform.digest());
  }

  private Digest digest(String document) {
    try {
      return new Digest(json.readTree(document).path("digest").asText());
    } catch (IOException | IllegalArgumentException e) {
      throw store.unavailable("its answer is malformed: " + e.getMessage());
    }
  }
}
