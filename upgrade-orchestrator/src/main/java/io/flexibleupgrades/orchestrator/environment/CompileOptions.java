package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.Setting;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The compile-time settings of a module: those whose key begins with {@code compiler.}. */
public final class CompileOptions {
  /** Options for the compiler, separated by blanks. */
  static final String KEY = "compiler.options";

  private static final String COMPILE_TIME = "compiler.";
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern ALLOWED =
      Pattern.compile("-parameters|-g(:(none|[a-z,]+))?|-nowarn|-deprecation|-X(lint|doclint).*");

  private CompileOptions() {}

  /** Whether a setting of that key changes what is compiled. */
  public static boolean isCompileTime(String key) {
    return key.startsWith(COMPILE_TIME);
  }

  static List<String> in(List<Setting> settings) {
    return settings.stream()
        .filter(setting -> setting.key().equals(KEY))
        .flatMap(setting -> BLANKS.splitAsStream(setting.value().strip()))
        .filter(option -> !option.isEmpty())
        .toList();
  }

  /**
   * Checks a setting.
   *
   * @throws RejectedException if it is compile-time and not one that a module may have
   */
  static void check(String key, String value) {
    if (!isCompileTime(key)) {
      return;
    }
    if (!key.equals(KEY)) {
      throw malformed(
          key, "There is no compile-time setting '%s'; the only one is '%s'.".formatted(key, KEY));
    }
    for (var option : BLANKS.split(value.strip(), -1)) {
      if (!ALLOWED.matcher(option).matches()) {
        throw malformed(
            key,
            "Setting '%s': '%s' is no option that a module may have. Allowed are -parameters, -g, -nowarn, -deprecation, -Xlint and -Xdoclint, separated by blanks."
                .formatted(key, option));
      }
    }
  }

  private static RejectedException malformed(String key, String detail) {
    return new RejectedException(Rule.MALFORMED_SETTING, detail, Map.of("setting", key));
  }
}
