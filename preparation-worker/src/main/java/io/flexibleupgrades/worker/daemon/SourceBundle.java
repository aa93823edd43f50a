package io.flexibleupgrades.worker.daemon;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks a source bundle in memory; checked here again, whatever the store let in. */
final class SourceBundle {
  static final long MOST_BYTES = 64L * 1024 * 1024;
  static final int MOST_ENTRIES = 20_000;

  private SourceBundle() {}

  /** Says which rule a bundle breaks. */
  static final class HostileBundleException extends IOException {
    private static final long serialVersionUID = 1L;

    HostileBundleException(String message) {
      super(message);
    }
  }

  /**
   * Returns the files of a bundle by their path.
   *
   * @throws HostileBundleException if it breaks a rule
   */
  static Map<String, byte[]> read(Path bundle) throws IOException {
    var files = new TreeMap<String, byte[]>();
    var folded = new HashSet<String>();
    long left = MOST_BYTES;
    try (var zip = new ZipFile(bundle.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw new HostileBundleException(
            "The source bundle has %d entries; at most %d are allowed."
                .formatted(zip.size(), MOST_ENTRIES));
      }
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        checkName(entry.getName());
        if (entry.isDirectory()) {
          continue;
        }
        if (!folded.add(entry.getName().toLowerCase(Locale.ROOT))) {
          throw new HostileBundleException(
              "The source bundle has two entries named '%s' when case is ignored."
                  .formatted(entry.getName()));
        }
        try (var in = zip.getInputStream(entry)) {
          var bytes = in.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE));
          left -= bytes.length;
          if (left < 0) {
            throw new HostileBundleException(
                "The source bundle is larger than %d MiB when unpacked (at entry '%s')."
                    .formatted(MOST_BYTES / 1024 / 1024, entry.getName()));
          }
          files.put(entry.getName(), bytes);
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new HostileBundleException("The source bundle is no readable zip: " + e + ".");
    }
    return files;
  }

  private static void checkName(String name) throws HostileBundleException {
    var broken =
        name.isEmpty() || name.startsWith("/") || name.matches("[A-Za-z]:.*")
            ? "is absolute or empty"
            : name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0
                ? "has a character that no path has"
                : climbs(name) ? "leads out of the bundle" : null;
    if (broken != null) {
      throw new HostileBundleException(
          "In the source bundle, the name of entry '%s' %s.".formatted(name, broken));
    }
  }

  private static boolean climbs(String name) {
    for (var part : name.split("/", -1)) {
      if (part.equals("..") || part.equals(".")) {
        return true;
      }
    }
    return false;
  }
}
