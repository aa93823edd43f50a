package io.flexibleupgrades.worker.preparing;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.DiagnosticKind;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.events.PrepareOutcome.Result;
import io.flexibleupgrades.events.PrepareOutcome.Skipped;
import io.flexibleupgrades.events.RequestedModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How results are shared out among the members of a unit. */
final class Results {
  private Results() {}

  /** Every member is skipped for the producers that the request names. */
  static List<Result> skipped(ModulePrepareRequested request) {
    return modules(request)
        .map(module -> (Result) new Skipped(module, request.failedProducers()))
        .toList();
  }

  /** The members with errors failed, and the others are skipped for them. */
  static List<Result> failed(
      ModulePrepareRequested request, Map<ModuleId, CompilerOutput> outputsWithErrors) {
    var failed = outputsWithErrors.keySet().stream().sorted().toList();
    return modules(request)
        .map(module -> {
          var output = outputsWithErrors.get(module);
          return output == null
              ? (Result) new Skipped(module, failed)
              : new Failed(module, FailureKind.COMPILE, output);
        })
        .toList();
  }

  /** No member could be tried. */
  static List<Result> fault(List<ModuleId> modules, FailureKind kind, String code, String message) {
    return modules.stream()
        .map(module -> (Result) new Failed(module, kind, saying(code, message)))
        .toList();
  }

  /** Returns what stands against a compile before it begins, by member. */
  static Map<ModuleId, CompilerOutput> defects(ModulePrepareRequested request) {
    var defects = new LinkedHashMap<ModuleId, CompilerOutput>();
    for (RequestedModule module : request.modules()) {
      if (module.defect() != null) {
        defects.put(module.module(), saying("flexup.defect", module.defect()));
      } else if (module.source() == null) {
        defects.put(
            module.module(),
            saying(
                "flexup.source-missing",
                "The module has no source bundle: import it again with its sources."));
      }
    }
    return defects;
  }

  /** Returns the words of a log line, such as {@code prepared} or {@code failed,skipped}. */
  static String summary(List<Result> results) {
    return results.stream()
        .map(result ->
            switch (result) {
              case Prepared _ -> "prepared";
              case Failed failed ->
                  failed.kind() == FailureKind.COMPILE ? "failed" : "failed:" + failed.kind();
              case Skipped _ -> "skipped";
            })
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static CompilerOutput saying(String code, String message) {
    var diagnostic = new Diagnostic(DiagnosticKind.ERROR, code, null, 0, 0, message, null);
    return new CompilerOutput(List.of(diagnostic), 1, 0, "error: " + message + "\n");
  }

  private static java.util.stream.Stream<ModuleId> modules(ModulePrepareRequested request) {
    return request.modules().stream().map(RequestedModule::module);
  }
}
