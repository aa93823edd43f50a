package io.flexibleupgrades.worker.artifacts;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Digests of what a compiler can see of artifacts and of all that stands below them on a class
 * path. A module whose producers keep their surface need not be compiled again.
 */
final class Surface {
  private Surface() {}

  /**
   * Returns the surface of an artifact.
   *
   * @param api digest of its own classes
   * @param below surface of what it consumes directly
   */
  static Digest of(String api, Digest below) {
    return Digest.of(bytes("flexup-surface-1\napi " + api + "\nbelow " + below + "\n"));
  }

  /** Returns the surface of an artifact that does not say what can be seen of it. */
  static Digest opaque(Digest artifact) {
    return Digest.of(bytes("flexup-surface-1\nopaque " + artifact + "\n"));
  }

  /** Returns the surface of artifacts that are consumed together. */
  static Digest of(Map<ModuleId, Digest> artifacts) {
    var text = new StringBuilder("flexup-surfaces-1\n");
    new TreeMap<>(artifacts)
        .forEach((module, surface) ->
            text.append(module.value().length())
                .append(' ')
                .append(module.value())
                .append(' ')
                .append(surface)
                .append('\n'));
    return Digest.of(bytes(text.toString()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
