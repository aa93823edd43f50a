package io.flexibleupgrades.store.bundles;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The names seen in one bundle, and the rules for them. */
final class EntryNames {
  private static final int LONGEST_SHOWN = 120;

  private final int maxLength;

  /** Names as a file system that folds case and accents would keep them, without the last '/'. */
  private final Map<String, Seen> seen = new HashMap<>();

  private record Seen(String name, boolean file) {}

  EntryNames(int maxLength) {
    this.maxLength = maxLength;
  }

  /** Takes note of a name, or refuses it. */
  void add(String name) {
    checkCharacters(name);
    checkPath(name);
    checkUnique(name);
  }

  /** Returns a name that is safe in a log and in a message. */
  static String shown(String name) {
    var text = new StringBuilder();
    name.codePoints()
        .limit(LONGEST_SHOWN)
        .forEach(c -> {
          if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
            text.append("\\u%04x".formatted(c));
          } else {
            text.appendCodePoint(c);
          }
        });
    return name.codePointCount(0, name.length()) > LONGEST_SHOWN ? text + "…" : text.toString();
  }

  private void checkCharacters(String name) {
    if (name.length() > maxLength) {
      throw new HostileBundleException(
          BundleRule.NAME_LENGTH,
          name,
          "its name has %,d characters, at most %,d are taken".formatted(name.length(), maxLength));
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new HostileBundleException(
          BundleRule.CONTROL_CHARACTER, name, "its name has a control character");
    }
    if (name.indexOf('\\') >= 0) {
      throw new HostileBundleException(BundleRule.BACKSLASH, name, "its name has a backslash");
    }
  }

  private static void checkPath(String name) {
    if (name.startsWith("/") || name.matches("^[A-Za-z]:.*")) {
      throw new HostileBundleException(
          BundleRule.ABSOLUTE_PATH, name, "its name is an absolute path");
    }
    for (var part : withoutLastSlash(name).split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        throw new HostileBundleException(
            BundleRule.PATH_SEGMENT, name, "its path has the part '%s'".formatted(part));
      }
    }
  }

  private void checkUnique(String name) {
    var path = withoutLastSlash(name);
    var earlier = seen.put(folded(path), new Seen(name, !name.endsWith("/")));
    if (earlier != null) {
      if (earlier.name().equals(name)) {
        throw new HostileBundleException(
            BundleRule.DUPLICATE_NAME, name, "its name occurs more than once");
      }
      throw clash(name, path, earlier.name());
    }
  }

  /** Refuses a file that is also the folder of another entry; to be asked at the end. */
  void checkFolders() {
    for (var entry : seen.entrySet()) {
      for (int slash = entry.getKey().indexOf('/');
          slash >= 0;
          slash = entry.getKey().indexOf('/', slash + 1)) {
        var folder = seen.get(entry.getKey().substring(0, slash));
        if (folder != null && folder.file()) {
          throw new HostileBundleException(
              BundleRule.FILE_AND_FOLDER,
              folder.name(),
              "it is the folder of '%s' too".formatted(shown(entry.getValue().name())));
        }
      }
    }
  }

  private static HostileBundleException clash(String name, String path, String earlier) {
    return path.equals(withoutLastSlash(earlier))
        ? new HostileBundleException(
            BundleRule.FILE_AND_FOLDER, name, "'%s' is there too".formatted(shown(earlier)))
        : new HostileBundleException(
            BundleRule.CASE_CLASH,
            name,
            "its name differs from '%s' by case or accents only".formatted(shown(earlier)));
  }

  private static String folded(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  private static String withoutLastSlash(String name) {
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }
}
