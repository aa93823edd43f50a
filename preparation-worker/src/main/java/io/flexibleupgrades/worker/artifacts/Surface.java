package io.flexibleupgrades.worker.artifacts;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names for what a compiler can see of artifacts and of all that stands below them on a class path.
 * A module whose producers keep their surface need not be compiled again. The names do not look
 * like digests, by which the store knows that a blob is referred to.
 */
final class Surface {
  private Surface() {}

  /**
   * Returns the surface of an artifact.
   *
   * @param api digest of its own classes
   * @param below surface of what it consumes directly
   */
  static String of(String api, String below) {
    return name("artifact " + api + "\nbelow " + below);
  }

  /** Returns the surface of an artifact that does not say what can be seen of it. */
  static String opaque(Digest artifact) {
    return name("opaque " + artifact);
  }

  /** Returns the surface of artifacts that are consumed together. */
  static String of(Map<ModuleId, String> artifacts) {
    var text = new StringBuilder("artifacts\n");
    new TreeMap<>(artifacts)
        .forEach((module, surface) ->
            text.append(module.value().length())
                .append(' ')
                .append(module.value())
                .append(' ')
                .append(surface)
                .append('\n'));
    return name(text.toString());
  }

  /** Returns the surface of jars that stand in this order on a class path. */
  static String of(List<String> apis) {
    return name("jars\n" + String.join("\n", apis));
  }

  private static String name(String text) {
    return "surface-" + Digest.of(("flexup-surface-1\n" + text).getBytes(StandardCharsets.UTF_8));
  }
}
