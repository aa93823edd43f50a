package io.flexibleupgrades.orchestrator.store;

import java.net.URI;

/** The artifact store does not answer; nothing was changed. */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreUnavailableException(URI address, String what) {
    super(
        "The artifact store at %s does not answer (%s). See that it runs, then try again."
            .formatted(address, what));
  }
}
