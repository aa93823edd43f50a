package io.flexibleupgrades.events;

import java.util.List;

/**
 * What the compiler said about one module.
 *
 * @param diagnostics in the compiler's order, at most 200
 * @param errors how many errors there were, kept or cut
 * @param warnings how many warnings there were, kept or cut
 * @param log the output as an operator reads it, at most 64 KiB of UTF-8; says itself what was cut
 */
public record CompilerOutput(List<Diagnostic> diagnostics, int errors, int warnings, String log) {
  /** The most diagnostics that are kept of one module. */
  public static final int MOST_DIAGNOSTICS = 200;

  /** The most bytes of UTF-8 that are kept of one module's log. */
  public static final int MOST_LOG_BYTES = 64 * 1024;

  public CompilerOutput {
    diagnostics = List.copyOf(diagnostics);
    log = Text.storable(log);
  }

  /** Returns the output of a compiler that said nothing. */
  public static CompilerOutput silent() {
    return new CompilerOutput(List.of(), 0, 0, "");
  }
}
