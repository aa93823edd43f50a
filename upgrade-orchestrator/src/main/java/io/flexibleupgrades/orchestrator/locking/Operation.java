package io.flexibleupgrades.orchestrator.locking;

import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import java.util.Locale;

/** What the publish lock forbids. */
public enum Operation {
  PUBLISH(Rule.PUBLISH_LOCKED, "published"),
  CONFIGURE(Rule.CONFIGURE_LOCKED, "configured"),
  REMOVE(Rule.REMOVE_LOCKED, "removed");

  private final Rule rule;
  private final String done;

  Operation(Rule rule, String done) {
    this.rule = rule;
    this.done = done;
  }

  Rule rule() {
    return rule;
  }

  /** Returns the word for what cannot be done to a module now. */
  String done() {
    return done;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
