package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PrepareOutcome.Result;
import io.flexibleupgrades.events.RequestedModule;
import io.flexibleupgrades.orchestrator.preparation.Nature.DoesNotCompile;
import io.flexibleupgrades.orchestrator.preparation.Nature.Faulty;
import io.flexibleupgrades.orchestrator.preparation.Nature.Swallowed;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.GiveUp;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Report;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Retry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Answers requests as the modules' natures have it, and lets chance lose, double and garble what is
 * said. The last attempt of a compile always comes through, so that chance decides no outcome.
 */
final class SimulatedWorkers {
  static final int LAST_ATTEMPT = 4;
  private static final int NEVER_MADE = 1_000;

  private final SimulatedFactory factory;
  private final Random random;

  SimulatedWorkers(SimulatedFactory factory, Random random) {
    this.factory = factory;
    this.random = random;
  }

  /** Returns all that will be said about this request, in no particular order. */
  List<PreparationCommand> answers(ModulePrepareRequested request) {
    var answers = new ArrayList<PreparationCommand>();
    var unit = request.unit();
    var giveUp = new GiveUp(unit, request.attempt(), "silence");
    boolean isLast = !request.isSkip() && request.attempt() >= LAST_ATTEMPT;
    if (isSwallowed(request)) {
      answers.add(giveUp);
    } else if (!isLast && oneIn(10)) {
      answers.add(giveUp);
    } else {
      var report = isLast || !oneIn(15) ? report(request) : misfit(request);
      answers.add(report);
      if (oneIn(4)) {
        answers.add(report);
      }
      if (!isLast && oneIn(5)) {
        answers.add(giveUp);
      }
    }
    if (oneIn(6)) {
      var all = members(request).stream().map(m -> (Result) Said.broken(m, FailureKind.COMPILE));
      var results = all.toArray(Result[]::new);
      answers.add(Said.of(unit.value(), request.attempt(), Story.OLD.digest(), results));
      answers.add(Said.of(unit.value(), NEVER_MADE, results));
      answers.add(Said.of("unheard-of", request.attempt(), results));
      answers.add(new GiveUp(unit, NEVER_MADE, "silence"));
      answers.add(new Retry(unit, request.attempt()));
    }
    return answers;
  }

  /** Returns the artifact that a module's attempt makes. */
  static Digest artifact(ModuleId module, int attempt) {
    return Said.artifact(module.value(), attempt);
  }

  private Report report(ModulePrepareRequested request) {
    return said(request, results(request));
  }

  private List<Result> results(ModulePrepareRequested request) {
    var members = members(request);
    if (request.isSkip()) {
      var failed = request.failedProducers().stream().map(ModuleId::value).toArray(String[]::new);
      return members.stream().map(m -> (Result) Said.passed(m, failed)).toList();
    }
    for (var member : members) {
      if (nature(member) instanceof Faulty(int last, var kind) && request.attempt() <= last) {
        return members.stream().map(m -> (Result) Said.broken(m, kind)).toList();
      }
    }
    var failed =
        members.stream().filter(m -> nature(m) instanceof DoesNotCompile).toArray(String[]::new);
    return members.stream().map(member -> result(member, failed, request.attempt())).toList();
  }

  private Result result(String member, String[] failed, int attempt) {
    if (failed.length == 0) {
      return Said.ok(member, attempt);
    }
    return nature(member) instanceof DoesNotCompile
        ? Said.broken(member, FailureKind.COMPILE)
        : Said.passed(member, failed[0]);
  }

  /** Returns an outcome that is no answer to the request, or at least a careless one. */
  private Report misfit(ModulePrepareRequested request) {
    var results = new ArrayList<>(results(request));
    int place = random.nextInt(results.size());
    if (request.isSkip() || oneIn(3)) {
      results.remove(place);
    } else if (results.size() == 1 || oneIn(2)) {
      results.replaceAll(result -> Said.passed(result.module().value(), "nobody"));
    } else {
      results.set(place, Said.ok(results.get(place).module().value(), request.attempt()));
    }
    return said(request, results);
  }

  private static Report said(ModulePrepareRequested request, List<Result> results) {
    return Said.of(request.unit().value(), request.attempt(), results.toArray(Result[]::new));
  }

  private boolean isSwallowed(ModulePrepareRequested request) {
    return !request.isSkip()
        && members(request).stream().anyMatch(member -> nature(member) instanceof Swallowed);
  }

  private Nature nature(String member) {
    return factory.nature(new ModuleId(member));
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private static List<String> members(ModulePrepareRequested request) {
    return request.modules().stream().map(RequestedModule::module).map(ModuleId::value).toList();
  }
}
