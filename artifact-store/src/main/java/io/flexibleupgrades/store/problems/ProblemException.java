package io.flexibleupgrades.store.problems;

import java.util.Map;

/** A request that the store refuses; the message says what, where and what to do. */
public abstract class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final ProblemKind kind;

  protected ProblemException(ProblemKind kind, String detail) {
    super(detail);
    this.kind = kind;
  }

  protected ProblemException(ProblemKind kind, String detail, Throwable cause) {
    super(detail, cause);
    this.kind = kind;
  }

  public final ProblemKind kind() {
    return kind;
  }

  /** Returns further members of the problem document; empty when the detail says it all. */
  public Map<String, Object> extensions() {
    return Map.of();
  }
}
