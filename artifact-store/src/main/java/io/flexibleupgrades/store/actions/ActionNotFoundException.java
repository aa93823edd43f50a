package io.flexibleupgrades.store.actions;

import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;

/** Nothing is known under this key. */
public final class ActionNotFoundException extends ProblemException {
  private static final long serialVersionUID = 1L;

  ActionNotFoundException(ActionKey key) {
    super(
        ProblemKind.ACTION_NOT_FOUND,
        "The action cache has nothing under %s; compile, and store what came of it."
            .formatted(key));
  }
}
