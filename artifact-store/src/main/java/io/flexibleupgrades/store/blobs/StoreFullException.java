package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;

/** There is no room for an upload; reading goes on. */
public final class StoreFullException extends ProblemException {
  private static final long serialVersionUID = 1L;

  StoreFullException(String reason) {
    super(
        ProblemKind.STORE_FULL,
        ("The store takes nothing more because %s. Reading goes on. Make room or raise the limit;"
                + " no restart is needed.")
            .formatted(reason));
  }
}
