package io.flexibleupgrades.events;

import org.jspecify.annotations.Nullable;

/**
 * One message of the compiler.
 *
 * @param code the compiler's stable name of the message, such as {@code compiler.err.cant.resolve}
 * @param file path below the module's {@code src} folder, null if the message concerns no file
 * @param line 1-based, 0 if unknown
 * @param column 1-based, 0 if unknown
 * @param sourceLine the line of source the message points at, null if unknown
 */
public record Diagnostic(
    DiagnosticKind kind,
    String code,
    @Nullable String file,
    int line,
    int column,
    String message,
    @Nullable String sourceLine) {
  public Diagnostic {
    code = Text.storable(code);
    file = Text.storableOrNull(file);
    message = Text.storable(message);
    sourceLine = Text.storableOrNull(sourceLine);
  }
}
