package io.flexibleupgrades.orchestrator.deployment;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.orchestrator.store.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Deploys into folders, {@code <environment>/<module>/}: the artifact as {@code <digest>.jar}, then
 * {@code manifest.json} in one rename, which is the moment from which a runtime loads it.
 */
@ApplicationScoped
class FolderDeployment implements Deployment {
  private static final String MANIFEST = "manifest.json";

  private final Path root;
  private final ArtifactStore store;

  FolderDeployment(DeploymentConfig config, ArtifactStore store) {
    root = Path.of(config.folder()).toAbsolutePath();
    this.store = store;
  }

  @Override
  public OptionalLong deploy(Release release) throws IOException {
    var folder = folder(release.environment()).resolve(FolderName.of(release.module().value()));
    Files.createDirectories(folder);
    var manifest = folder.resolve(MANIFEST);
    var jar = folder.resolve(ReleaseManifest.of(release).file());
    if (!isIntact(jar, release.artifact()) && !fetched(release.artifact(), jar)) {
      return OptionalLong.empty();
    }
    long bytes = Files.size(jar);
    if (deployedNumber(manifest) < release.number()) {
      var fresh = Files.createTempFile(folder, MANIFEST, ".tmp");
      Files.write(fresh, ReleaseManifest.of(release).json());
      replace(fresh, manifest);
      removeOthers(folder, List.of(jar, manifest));
    }
    return OptionalLong.of(bytes);
  }

  @Override
  public void retain(EnvironmentName environment, Set<ModuleId> modules) throws IOException {
    var folder = folder(environment);
    if (!Files.isDirectory(folder)) {
      return;
    }
    var kept =
        modules.stream().map(module -> FolderName.of(module.value())).collect(Collectors.toSet());
    try (var deployed = Files.list(folder)) {
      for (var module : deployed.toList()) {
        if (!kept.contains(module.getFileName().toString())) {
          // Without its manifest it is no longer loaded.
          Files.deleteIfExists(module.resolve(MANIFEST));
          removeOthers(module, List.of());
          Files.delete(module);
        }
      }
    }
  }

  private boolean fetched(Digest artifact, Path jar) throws IOException {
    var fresh = Files.createTempFile(jar.getParent(), "artifact", ".tmp");
    try {
      if (!store.fetch(artifact, fresh)) {
        return false;
      }
      if (!isIntact(fresh, artifact)) {
        throw new IOException("The artifact store sent other bytes than those of " + artifact);
      }
      replace(fresh, jar);
      return true;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static boolean isIntact(Path file, Digest digest) throws IOException {
    try {
      return Digest.of(Files.readAllBytes(file)).equals(digest);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Returns the number of the release that runtimes see, 0 if they see none. */
  private static long deployedNumber(Path manifest) {
    try {
      return ReleaseManifest.read(manifest).deployment();
    } catch (IOException e) {
      return 0;
    }
  }

  private static void replace(Path fresh, Path target) throws IOException {
    try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (var folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  private static void removeOthers(Path folder, List<Path> kept) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.filter(file -> !kept.contains(file)).toList()) {
        Files.delete(file);
      }
    }
  }

  private Path folder(EnvironmentName environment) {
    return root.resolve(FolderName.of(environment.value()));
  }
}
