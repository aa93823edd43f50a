package io.flexibleupgrades.worker.preparing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.worker.artifacts.ArtifactMetadata;
import io.flexibleupgrades.worker.artifacts.BlobCache;
import io.flexibleupgrades.worker.artifacts.ClassPathManifests;
import io.flexibleupgrades.worker.artifacts.KnownActions.Made;
import io.flexibleupgrades.worker.artifacts.PlatformDistribution;
import io.flexibleupgrades.worker.artifacts.StoreFaultException;
import io.flexibleupgrades.worker.artifacts.Upload;
import io.flexibleupgrades.worker.compiling.CompiledUnit;
import io.flexibleupgrades.worker.compiling.CompilerFaultException;
import io.flexibleupgrades.worker.compiling.ModuleCompiler;
import io.flexibleupgrades.worker.compiling.UnitToCompile;
import io.flexibleupgrades.worker.daemon.ArtifactJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Lays out on disk what a compile needs: sources, class path, and room for the artifacts. */
public final class CompileBench {
  private static final Logger LOG = Logger.getLogger(CompileBench.class);

  private final Path scratch;
  private final BlobCache blobs;
  private final ClassPathManifests manifests;
  private final Upload upload;
  private final PreparationMetrics metrics;
  private final Clock clock;

  /**
   * Makes a bench.
   *
   * @param scratch an empty folder
   */
  public CompileBench(
      Path scratch,
      BlobCache blobs,
      ClassPathManifests manifests,
      Upload upload,
      PreparationMetrics metrics,
      Clock clock) {
    this.scratch = scratch;
    this.blobs = blobs;
    this.manifests = manifests;
    this.upload = upload;
    this.metrics = metrics;
    this.clock = clock;
  }

  Laid lay(Platform platform, PlatformDistribution distribution, UnitInput input)
      throws StoreFaultException, IOException, InterruptedException {
    var closure = manifests.closure(input.producers());
    var below = surfaceBelow(input);
    var needed = new ArrayList<Digest>(input.sources().values());
    closure.forEach(artifact -> needed.add(artifact.artifact()));
    var held = blobs.hold(needed);
    try {
      var folder = Files.createTempDirectory(scratch, "unit-");
      return new Laid(
          folder, held, unit(platform, distribution, input, below, closure, held, folder));
    } catch (IOException | RuntimeException e) {
      held.close();
      throw e;
    }
  }

  /** Returns what a compiler can see of the producers of this input. */
  String surfaceBelow(UnitInput input) throws StoreFaultException, InterruptedException {
    return manifests.surface(input.producers());
  }

  /** Returns artifacts with the classes of these, once they say this input and are stored. */
  List<Made> restate(Platform platform, UnitInput input, List<Made> alike)
      throws StoreFaultException, IOException, InterruptedException {
    var closure = manifests.closure(input.producers());
    var below = surfaceBelow(input);
    var restated = new ArrayList<Made>();
    for (var made : alike) {
      var metadata = metadata(platform, input, below, closure, made.module()).json();
      var jar = Files.createTempFile(scratch, "alike-", ".jar");
      try (var held = blobs.hold(List.of(made.artifact()))) {
        ArtifactJar.rewrite(held.file(made.artifact()), jar, metadata.getBytes(UTF_8));
        var stored = upload.store(jar);
        restated.add(new Made(made.module(), stored.digest(), stored.bytes(), made.output()));
      } finally {
        Files.deleteIfExists(jar);
      }
    }
    return restated;
  }

  private static ArtifactMetadata metadata(
      Platform platform,
      UnitInput input,
      String below,
      List<ProducerArtifact> closure,
      ModuleId module) {
    return new ArtifactMetadata(
        module,
        platform.version(),
        platform.digest(),
        input.source(module),
        input.toolchain(),
        input.options(),
        below,
        closure);
  }

  private static UnitToCompile unit(
      Platform platform,
      PlatformDistribution distribution,
      UnitInput input,
      String below,
      List<ProducerArtifact> closure,
      BlobCache.Held held,
      Path folder) {
    var members = new ArrayList<UnitToCompile.Member>();
    input
        .sources()
        .forEach((module, source) ->
            members.add(
                new UnitToCompile.Member(
                    module,
                    held.file(source),
                    folder.resolve(members.size() + ".jar"),
                    metadata(platform, input, below, closure, module).json())));
    var classPath = new ArrayList<UnitToCompile.Jar>();
    for (var artifact : closure) {
      classPath.add(
          new UnitToCompile.Jar(artifact.artifact().value(), held.file(artifact.artifact())));
    }
    for (var jar : distribution.jars()) {
      classPath.add(new UnitToCompile.Jar(platform.digest() + "/" + jar.getFileName(), jar));
    }
    return new UnitToCompile(members, distribution.release(), input.options(), classPath);
  }

  /** What is laid out for one compile, until it is closed. */
  final class Laid implements AutoCloseable {
    private final Path folder;
    private final BlobCache.Held held;
    private final UnitToCompile unit;

    private Laid(Path folder, BlobCache.Held held, UnitToCompile unit) {
      this.folder = folder;
      this.held = held;
      this.unit = unit;
    }

    CompiledUnit compile(ModuleCompiler compiler)
        throws CompilerFaultException, InterruptedException {
      var started = now();
      unit.members()
          .forEach(m -> LOG.infof("compile started module=%s at=%s", m.module(), started));
      metrics.compiled(unit.members().size());
      String end = "fault";
      try {
        var compiled = compiler.compile(unit);
        end = compiled.succeeded() ? "ok" : "errors";
        metrics.compileTime(compiled.compileTime());
        return compiled;
      } finally {
        var ended = now();
        for (var member : unit.members()) {
          LOG.infof("compile ended module=%s at=%s end=%s", member.module(), ended, end);
        }
      }
    }

    /** Returns the members' artifacts once all of them are stored. */
    List<Made> upload(CompiledUnit compiled) throws StoreFaultException, InterruptedException {
      var made = new ArrayList<Made>();
      for (int i = 0; i < unit.members().size(); i++) {
        var stored = upload.store(unit.members().get(i).jar());
        var member = compiled.members().get(i);
        made.add(new Made(member.module(), stored.digest(), stored.bytes(), member.output()));
      }
      return made;
    }

    @Override
    public void close() throws IOException {
      held.close();
      for (var member : unit.members()) {
        Files.deleteIfExists(member.jar());
      }
      Files.deleteIfExists(folder);
    }

    private Instant now() {
      return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
  }
}
