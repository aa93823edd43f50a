package io.flexibleupgrades.worker.compiling;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.worker.daemon.ArtifactJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * Compiles nothing: writes a tiny artifact for every module at once. For load tests of everything
 * but the compiler; never for a factory that is to run.
 */
public final class InstantCompiler implements ModuleCompiler {

  @Override
  public String toolchain() {
    return "instant";
  }

  @Override
  public CompiledUnit compile(UnitToCompile unit) throws CompilerFaultException {
    try {
      for (var member : unit.members()) {
        ArtifactJar.write(
            member.jar(), member.metadata().getBytes(StandardCharsets.UTF_8), Map.of());
      }
    } catch (IOException e) {
      throw new CompilerFaultException(
          FailureKind.INFRASTRUCTURE,
          "flexup.artifact-not-written",
          "The artifact could not be written: %s.".formatted(e.getMessage()));
    }
    return new CompiledUnit(
        Duration.ofMillis(1),
        unit.members().stream()
            .map(member -> new CompiledUnit.Member(member.module(), CompilerOutput.silent()))
            .toList());
  }

  @Override
  public long replacements() {
    return 0;
  }

  @Override
  public void close() {}
}
