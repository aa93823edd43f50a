package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** How values look on a page. */
@TemplateExtension
final class Shown {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Shown() {}

  static String utc(Instant time) {
    return UTC.format(time);
  }

  /** Returns milliseconds as people read them. */
  static String duration(Long millis) {
    return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }

  /** Returns the text as it stands in a part of an address. */
  static String inAddress(String text) {
    return Addresses.encoded(text);
  }

  /** Returns at most the first three of the names. */
  static List<ModuleId> firstFew(List<ModuleId> names) {
    return names.subList(0, Math.min(3, names.size()));
  }

  /** Returns a time span in its two greatest units; what is less than a second counts as one. */
  static String span(Duration time) {
    long seconds = time.isPositive() ? Math.max(1, time.toSeconds()) : 0;
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds % 60 == 0
          ? "%d min".formatted(seconds / 60)
          : "%d min %d s".formatted(seconds / 60, seconds % 60);
    }
    return "%d h %d min".formatted(seconds / 3600, seconds % 3600 / 60);
  }

  /** Returns how long ago a time is; the clock of whoever named it may be ahead. */
  static String ago(Instant time) {
    return span(Duration.between(time, Instant.now()));
  }

  /** Returns how far the views are behind, in words. */
  static String behind(OptionalLong events) {
    if (events.isEmpty()) {
      return "perhaps behind: the broker does not answer";
    }
    long count = events.getAsLong();
    return count == 0 ? "up to date" : count == 1 ? "1 event behind" : count + " events behind";
  }

  /** Returns the sign that stands before a state's name. */
  static String sign(ModuleState state) {
    return switch (state) {
      case PENDING -> "○";
      case PREPARING -> "◐";
      case PREPARED -> "✓";
      case FAILED -> "✕";
      case SKIPPED -> "⤼";
      case CANCELLED -> "⊘";
      case EXCLUDED -> "–";
    };
  }

  /** Returns where in the source the compiler points: file, line and column as far as known. */
  static String place(Diagnostic diagnostic) {
    var file = diagnostic.file();
    if (file == null) {
      return "";
    }
    if (diagnostic.line() == 0) {
      return file;
    }
    return diagnostic.column() == 0
        ? "%s:%d".formatted(file, diagnostic.line())
        : "%s:%d:%d".formatted(file, diagnostic.line(), diagnostic.column());
  }

  /** Returns the source line with a caret below the column the compiler points at. */
  static String pointed(Diagnostic diagnostic) {
    var line = diagnostic.sourceLine();
    if (line == null) {
      return "";
    }
    int column = diagnostic.column();
    if (column < 1 || column > line.length() + 1) {
      return line;
    }
    var margin = line.substring(0, column - 1).replaceAll("[^\t]", " ");
    return line + "\n" + margin + "^";
  }
}
