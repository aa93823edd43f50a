package io.flexibleupgrades.worker.daemon;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of an artifact's entries, by the rules of the store that is to take it. */
final class ArtifactNames {
  private static final int MOST = 65_000;
  private static final int LONGEST = 1_000;
  private static final int LONGEST_SHOWN = 120;

  private ArtifactNames() {}

  /** Returns why an artifact with these entries would be refused, null if it would not. */
  static @Nullable String refusal(Collection<String> names) {
    if (names.size() > MOST) {
      return "The module has %,d classes and resources; an artifact holds at most %,d."
          .formatted(names.size(), MOST);
    }
    Map<String, String> seen = new HashMap<>();
    for (var name : names) {
      if (name.length() > LONGEST) {
        return "The name '%s' is too long: an artifact's entries have at most %,d characters."
            .formatted(shown(name), LONGEST);
      }
      if (name.chars().anyMatch(Character::isISOControl)) {
        return "The name '%s' has a control character.".formatted(shown(name));
      }
      var other = seen.put(folded(name), name);
      if (other != null) {
        return "The names '%s' and '%s' differ by case or accents only: some file systems cannot tell them apart."
            .formatted(shown(other), shown(name));
      }
    }
    return fileThatIsAFolderToo(seen);
  }

  private static @Nullable String fileThatIsAFolderToo(Map<String, String> seen) {
    for (var name : seen.keySet()) {
      for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
        var file = seen.get(name.substring(0, slash));
        if (file != null) {
          return "The name '%s' is that of a file and of a folder.".formatted(shown(file));
        }
      }
    }
    return null;
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  private static String shown(String name) {
    var text = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
