package io.flexibleupgrades.store.collection;

import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;

/** It is not certain what is referred to, so nothing is removed. */
final class CollectionRefusedException extends ProblemException {
  private static final long serialVersionUID = 1L;

  CollectionRefusedException(String reason) {
    super(ProblemKind.COLLECTION_REFUSED, "Nothing is collected: %s.".formatted(reason));
  }
}
