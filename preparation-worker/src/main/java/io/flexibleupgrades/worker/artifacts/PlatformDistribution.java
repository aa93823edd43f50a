package io.flexibleupgrades.worker.artifacts;

import io.flexibleupgrades.events.Digest;
import java.nio.file.Path;
import java.util.List;

/**
 * A platform distribution, unpacked.
 *
 * @param release Java release that modules are compiled for
 * @param options for the compiler
 * @param jars its libraries, sorted by name
 * @param surface what a compiler can see of the libraries, in their order
 */
public record PlatformDistribution(
    Digest digest, int release, List<String> options, List<Path> jars, String surface) {
  public PlatformDistribution {
    options = List.copyOf(options);
    jars = List.copyOf(jars);
  }
}
