package io.flexibleupgrades.cli.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Fields of answers as tables show them. */
public final class Fields {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private Fields() {}

  /** Returns a text, or a dash if there is none. */
  public static String text(JsonNode item, String field) {
    var value = item.path(field);
    return value.isMissingNode() || value.isNull() || value.asText().isEmpty()
        ? "-"
        : value.asText();
  }

  /** Returns texts with commas between them. */
  public static String texts(JsonNode item, String field) {
    return item.path(field).valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
  }

  /** Returns a moment in this machine's time zone, to the second. */
  public static String time(JsonNode item, String field) {
    var text = text(item, field);
    try {
      return TIME.format(Instant.parse(text).atZone(ZoneId.systemDefault()));
    } catch (DateTimeException e) {
      return text;
    }
  }

  /** Returns the time between two moments, or a dash if one is missing. */
  public static String between(JsonNode item, String from, String to) {
    try {
      var duration =
          Duration.between(Instant.parse(text(item, from)), Instant.parse(text(item, to)));
      return "%d:%02d:%02d"
          .formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    } catch (DateTimeException e) {
      return "-";
    }
  }
}
