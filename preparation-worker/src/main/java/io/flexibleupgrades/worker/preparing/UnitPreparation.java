package io.flexibleupgrades.worker.preparing;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.events.PrepareOutcome.Result;
import io.flexibleupgrades.events.RequestedModule;
import io.flexibleupgrades.worker.artifacts.KnownActions;
import io.flexibleupgrades.worker.artifacts.KnownActions.Action;
import io.flexibleupgrades.worker.artifacts.KnownActions.Made;
import io.flexibleupgrades.worker.artifacts.PlatformDistributions;
import io.flexibleupgrades.worker.artifacts.StoreFaultException;
import io.flexibleupgrades.worker.compiling.CompiledUnit;
import io.flexibleupgrades.worker.compiling.CompilerFaultException;
import io.flexibleupgrades.worker.compiling.ModuleCompiler;
import io.flexibleupgrades.worker.daemon.CompilerOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Prepares one unit: looks whether its result is known, else compiles it and stores the result. */
public final class UnitPreparation {
  private static final Logger LOG = Logger.getLogger(UnitPreparation.class);

  private final PlatformDistributions platforms;
  private final KnownActions actions;
  private final CompileBench bench;
  private final ModuleCompiler compiler;
  private final PreparationMetrics metrics;

  public UnitPreparation(
      PlatformDistributions platforms,
      KnownActions actions,
      CompileBench bench,
      ModuleCompiler compiler,
      PreparationMetrics metrics) {
    this.platforms = platforms;
    this.actions = actions;
    this.bench = bench;
    this.compiler = compiler;
    this.metrics = metrics;
  }

  /** Returns one result for each module of the request, in its order. */
  List<Result> prepare(ModulePrepareRequested request) throws InterruptedException {
    if (request.isSkip()) {
      return Results.skipped(request);
    }
    var defects = Results.defects(request);
    if (!defects.isEmpty()) {
      return Results.failed(request, defects);
    }
    try {
      return knownOrCompiled(request);
    } catch (CompilerFaultException e) {
      return fault(request, e.kind(), e.code(), e);
    } catch (StoreFaultException e) {
      return fault(request, FailureKind.INFRASTRUCTURE, "flexup.artifact-store", e);
    } catch (IOException e) {
      return fault(request, FailureKind.INFRASTRUCTURE, "flexup.worker-folder", e);
    }
  }

  private List<Result> knownOrCompiled(ModulePrepareRequested request)
      throws StoreFaultException, CompilerFaultException, IOException, InterruptedException {
    var platform = platforms.get(request.platform().digest());
    var options = CompilerOptions.accepted(platform.options());
    var input = UnitInput.of(request, options, compiler.toolchain());
    var key = input.key(platform, bench.surfaceBelow(input));
    Optional<Action> known = input.fresh() ? Optional.empty() : actions.find(key);
    if (known.isPresent()) {
      metrics.actionKnown();
      LOG.infof("result known unit=%s key=%s", request.unit(), key);
      return prepared(stated(request, input, key, known.get()), Duration.ZERO);
    }
    try (var work = bench.lay(request.platform(), platform, input)) {
      var compiled = work.compile(compiler);
      if (!compiled.succeeded()) {
        return Results.failed(request, outputsWithErrors(compiled));
      }
      var made = work.upload(compiled);
      remember(key, new Action(input.exactly(), compiled.compileTime(), made));
      return prepared(made, compiled.compileTime());
    }
  }

  /** Returns the artifacts of this input, made from those of one that looks the same. */
  private List<Made> stated(
      ModulePrepareRequested request, UnitInput input, Digest key, Action known)
      throws StoreFaultException, IOException, InterruptedException {
    var exactly = input.exactly();
    if (known.input().equals(exactly)) {
      return known.artifacts();
    }
    var made = bench.restate(request.platform(), input, known.artifacts());
    remember(key, new Action(exactly, known.compileTime(), made));
    return made;
  }

  // The artifacts are stored: that the next worker compiles again is no reason to fail this unit.
  private void remember(Digest key, Action action) throws InterruptedException {
    try {
      actions.remember(key, action);
    } catch (StoreFaultException e) {
      LOG.warnf("the result of key %s is not kept for reuse: %s", key, e.getMessage());
    }
  }

  private static Map<ModuleId, CompilerOutput> outputsWithErrors(CompiledUnit compiled) {
    var outputs = new LinkedHashMap<ModuleId, CompilerOutput>();
    for (var member : compiled.members()) {
      if (member.output().errors() > 0) {
        outputs.put(member.module(), member.output());
      }
    }
    return outputs;
  }

  private static List<Result> prepared(List<Made> artifacts, Duration compileTime) {
    var results = new ArrayList<Result>();
    for (var made : artifacts) {
      results.add(
          new Prepared(
              made.module(), made.artifact(), made.artifactBytes(), compileTime, made.output()));
    }
    return results;
  }

  private static List<Result> fault(
      ModulePrepareRequested request, FailureKind kind, String code, Exception cause) {
    LOG.warnf("unit=%s fault=%s: %s", request.unit(), code, cause.getMessage());
    return Results.fault(
        request.modules().stream().map(RequestedModule::module).toList(),
        kind,
        code,
        String.valueOf(cause.getMessage()));
  }
}
