package io.flexibleupgrades.worker.daemon;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses of what the compiler reads and writes in memory. */
final class InMemory {
  private InMemory() {}

  /** Returns the address of a path, whatever characters it has. */
  static URI address(String scheme, String path) {
    try {
      return new URI(scheme, null, "/" + path, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("'" + path + "' is no path.", e);
    }
  }
}
