package io.flexibleupgrades.orchestrator.environment;

import java.util.Map;

/** A command breaks a rule of the environment; nothing was changed. */
public final class RejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Rule rule;
  private final transient Map<String, Object> facts;

  /**
   * Names the broken rule.
   *
   * @param detail says what, which, and what to do
   * @param facts what a program may want to know of it
   */
  public RejectedException(Rule rule, String detail, Map<String, Object> facts) {
    super(detail);
    this.rule = rule;
    this.facts = Map.copyOf(facts);
  }

  public RejectedException(Rule rule, String detail) {
    this(rule, detail, Map.of());
  }

  public Rule rule() {
    return rule;
  }

  public Map<String, Object> facts() {
    return facts;
  }

  /** The rules that a command can break. */
  public enum Rule {
    ENVIRONMENT_NOT_FOUND,
    ENVIRONMENT_EXISTS,
    ENVIRONMENT_LOCKED,
    NOT_ELIGIBLE,
    UPGRADE_IN_PROGRESS,
    UPGRADE_ENDED,
    NOT_LATEST_UPGRADE,
    NOT_AWAITING_CONFIRMATION,
    NOT_PREPARING,
    PUBLISH_IN_PROGRESS,
    PUBLISH_LOCKED,
    CONFIGURE_LOCKED,
    REMOVE_LOCKED,
    PRODUCER_NOT_PREPARED,
    MODULE_NOT_FOUND,
    MODULE_CONSUMED,
    MALFORMED_SETTING
  }
}
