package io.flexibleupgrades.servicecenter.failures;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.DiagnosticKind;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.FailureKind;
import java.nio.charset.StandardCharsets;

/**
 * What the failure of a module is grouped by: its kind, and code and pattern of the first error.
 * Without an error the first line of the log stands for it.
 *
 * @param group short digest of all that it is grouped by, 16 hexadecimal digits
 * @param code the compiler's name of the message, empty if there was no error
 * @param pattern the message without names, numbers and paths, empty if nothing was said
 * @param message the message as it was, at most 1,000 characters
 */
public record Diagnosis(String group, String code, String pattern, String message) {
  static final int DIGITS = 16;
  private static final int MOST_KEPT = 1_000;

  /** Returns the diagnosis of a failure. */
  public static Diagnosis of(FailureKind kind, CompilerOutput output) {
    return output.diagnostics().stream()
        .filter(diagnostic -> diagnostic.kind() == DiagnosticKind.ERROR)
        .findFirst()
        .map(error -> of(kind, error.code(), error.message()))
        .orElseGet(() -> of(kind, "", firstLine(output.log())));
  }

  private static Diagnosis of(FailureKind kind, String code, String message) {
    var pattern = MessagePattern.of(message, !code.startsWith("compiler."));
    var all = String.join("\n", kind.toString(), code, pattern);
    var group = Digest.of(all.getBytes(StandardCharsets.UTF_8)).value().substring(0, DIGITS);
    return new Diagnosis(group, code, pattern, MessagePattern.cut(message, MOST_KEPT));
  }

  private static String firstLine(String log) {
    return log.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }
}
