package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.DiagnosticKind;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.servicecenter.failures.FailedModule;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.stream.Stream;

/** How failures look on a page. */
@TemplateExtension
final class ShownFailures {
  private static final int DIAGNOSTICS = 5;

  private ShownFailures() {}

  /** Returns the kind in words. */
  static String words(FailureKind kind) {
    return switch (kind) {
      case COMPILE -> "Compile errors";
      case INFRASTRUCTURE -> "Infrastructure";
      case TIME_LIMIT -> "Time limit";
    };
  }

  /** Returns the sign that stands before the kind's name. */
  static String sign(FailureKind kind) {
    return switch (kind) {
      case COMPILE -> "✕";
      case INFRASTRUCTURE -> "⚡";
      case TIME_LIMIT -> "◷";
    };
  }

  /** Returns what to do about failures of the kind. */
  static String advice(FailureKind kind) {
    return switch (kind) {
      case COMPILE ->
          "The source does not compile with the new platform: correct it and import it, then"
              + " prepare again.";
      case INFRASTRUCTURE ->
          "The source may be right: a worker, its memory or the artifact store gave way, three"
              + " times. Mend that, then prepare again.";
      case TIME_LIMIT ->
          "The compiler did not end in time: simplify the source or raise the workers' time limit,"
              + " then prepare again.";
    };
  }

  /** Returns the first few diagnostics, errors before others. */
  static List<Diagnostic> firstFew(FailedModule module) {
    return Stream.concat(
            module.diagnostics().stream().filter(ShownFailures::isError),
            module.diagnostics().stream().filter(diagnostic -> !isError(diagnostic)))
        .limit(DIAGNOSTICS)
        .toList();
  }

  /** Returns how many diagnostics are not among the first few. */
  static int more(FailedModule module) {
    return Math.max(0, module.diagnostics().size() - DIAGNOSTICS);
  }

  private static boolean isError(Diagnostic diagnostic) {
    return diagnostic.kind() == DiagnosticKind.ERROR;
  }
}
