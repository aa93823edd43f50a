package io.flexibleupgrades.cli.deadletters;

import io.flexibleupgrades.cli.http.ApiPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose among dead letters. */
final class LetterFilter {
  @Option(
      names = "--topic",
      paramLabel = "T",
      description = "Only those of a topic, such as flexup.prepare-outcomes.")
  private @Nullable String topic;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only those whose reason has this text in it.")
  private String reason = "";

  @Nullable String topic() {
    return topic;
  }

  boolean isEmpty() {
    return topic == null && reason.isEmpty();
  }

  ApiPath on(ApiPath path) {
    return path.with("topic", topic == null ? "" : topic).with("reason", reason);
  }
}
