package io.flexibleupgrades.store.platforms;

import java.util.List;
import java.util.regex.Pattern;

/** The compiler options that a platform may ask for: what is reported and what is kept, no more. */
final class CompilerOptions {
  private static final Pattern ALLOWED =
      Pattern.compile(
          "-Xlint(:[a-z-]+(,[a-z-]+)*)?|-parameters|-g(:(none|(lines|vars|source)(,(lines|vars|source))*))?"
              + "|-nowarn|-deprecation");
  private static final int MOST = 50;
  private static final int LONGEST = 500;

  private CompilerOptions() {}

  static List<String> checked(List<String> options) {
    if (options.size() > MOST) {
      throw new MalformedPlatformException(
          "platform.yaml has %,d options, at most %d are taken".formatted(options.size(), MOST));
    }
    for (var option : options) {
      if (option.length() > LONGEST || !ALLOWED.matcher(option).matches()) {
        throw new MalformedPlatformException(
            "platform.yaml has the option '%s'; a platform may ask for -Xlint…, -parameters, -g…, -nowarn and -deprecation"
                .formatted(PlatformDescriptor.shown(option)));
      }
    }
    return List.copyOf(options);
  }
}
