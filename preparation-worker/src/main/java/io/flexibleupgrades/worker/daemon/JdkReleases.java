package io.flexibleupgrades.worker.daemon;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The releases whose classes were needed so far. Thread-safe. */
final class JdkReleases {
  private final Map<Integer, Optional<JdkRelease>> byNumber = new HashMap<>();

  /** Returns what to compile an order against, null if it is left to the compiler's own option. */
  @Nullable JdkRelease of(CompileOrder order) throws IOException {
    return CompilerOptions.leaveTheJdkAlone(order) ? of(order.release()) : null;
  }

  private synchronized @Nullable JdkRelease of(int number) throws IOException {
    var known = byNumber.get(number);
    if (known == null) {
      known = Optional.ofNullable(JdkRelease.of(number));
      byNumber.put(number, known);
    }
    return known.orElse(null);
  }
}
