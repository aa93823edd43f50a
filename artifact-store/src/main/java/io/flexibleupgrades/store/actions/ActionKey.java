package io.flexibleupgrades.store.actions;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.blobs.MalformedDigestException;

/** The hash of everything that a compile depends on. */
record ActionKey(Digest hash) {
  static ActionKey parse(String text) {
    try {
      return new ActionKey(new Digest(text));
    } catch (IllegalArgumentException e) {
      throw new MalformedDigestException(e);
    }
  }

  @Override
  public String toString() {
    return hash.value();
  }
}
