package io.flexibleupgrades.store.platforms;

import io.flexibleupgrades.events.PlatformVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What a distribution's {@code platform.yaml} says.
 *
 * @param release Java release that modules are compiled for
 * @param options compiler options, in order
 */
record PlatformDescriptor(PlatformVersion version, int release, List<String> options) {
  static final int MAX_BYTES = 64 * 1024;
  private static final int OLDEST_RELEASE = 8;
  private static final int LONGEST_SHOWN = 80;
  private static final Set<String> KEYS = Set.of("version", "release", "options");

  /**
   * Returns the descriptor of this version.
   *
   * @throws MalformedPlatformException if the text says anything else or too much
   */
  static PlatformDescriptor parse(String yaml, PlatformVersion expected) {
    var members = members(yaml);
    for (var key : members.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        throw new MalformedPlatformException(
            "platform.yaml has the unknown key '%s'; it takes version, release and options"
                .formatted(shown(key)));
      }
    }
    checkVersion(members.get("version"), expected);
    return new PlatformDescriptor(
        expected, release(members.get("release")), options(members.get("options")));
  }

  static String shown(@Nullable Object value) {
    var text = String.valueOf(value).replaceAll("\\p{Cntrl}", "?");
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }

  private static Map<?, ?> members(String yaml) {
    var limits = new LoaderOptions();
    limits.setCodePointLimit(MAX_BYTES);
    limits.setNestingDepthLimit(5);
    limits.setMaxAliasesForCollections(0);
    limits.setAllowDuplicateKeys(false);
    limits.setAllowRecursiveKeys(false);
    try {
      if (new Yaml(new SafeConstructor(limits)).load(yaml) instanceof Map<?, ?> members) {
        return members;
      }
    } catch (RuntimeException e) {
      // Besides YAMLException it throws what its constructors meet: no base64, no number.
      throw new MalformedPlatformException(
          "platform.yaml cannot be read: " + shown(String.valueOf(e.getMessage()).strip()));
    }
    throw new MalformedPlatformException(
        "platform.yaml is not a list of keys with values, such as 'release: 21'");
  }

  private static void checkVersion(@Nullable Object value, PlatformVersion expected) {
    if (!(value instanceof String)) {
      throw new MalformedPlatformException(
          "platform.yaml needs the version as quoted text, such as version: \"%s\", not %s"
              .formatted(expected, shown(value)));
    }
    if (!value.equals(expected.value())) {
      throw new MalformedPlatformException(
          "platform.yaml says version '%s' and the address says %s"
              .formatted(shown(value), expected));
    }
  }

  private static int release(@Nullable Object value) {
    int newest = Runtime.version().feature();
    if (value instanceof Integer release && release >= OLDEST_RELEASE && release <= newest) {
      return release;
    }
    throw new MalformedPlatformException(
        "platform.yaml needs a Java release from %d to %d, such as release: 21, not %s"
            .formatted(OLDEST_RELEASE, newest, shown(value)));
  }

  private static List<String> options(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> list when list.stream().allMatch(String.class::isInstance) ->
          CompilerOptions.checked(list.stream().map(String.class::cast).toList());
      default ->
          throw new MalformedPlatformException(
              "platform.yaml needs options as a list of texts, such as options: [-parameters]");
    };
  }
}
