package io.flexibleupgrades.worker.compiling;

import io.flexibleupgrades.events.FailureKind;

/** The compiler gave way: it ran out of memory or time, or ended. */
public final class CompilerFaultException extends Exception {
  private static final long serialVersionUID = 1L;
  private final FailureKind kind;
  private final String code;

  CompilerFaultException(FailureKind kind, String code, String message) {
    super(message);
    this.kind = kind;
    this.code = code;
  }

  /** Returns {@link FailureKind#INFRASTRUCTURE} or {@link FailureKind#TIME_LIMIT}. */
  public FailureKind kind() {
    return kind;
  }

  /** Returns a stable name of the fault, such as {@code flexup.out-of-memory}. */
  public String code() {
    return code;
  }
}
