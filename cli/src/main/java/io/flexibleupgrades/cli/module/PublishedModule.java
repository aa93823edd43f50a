package io.flexibleupgrades.cli.module;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** A module in a publish. */
record PublishedModule(JsonNode json) {
  private static final Set<String> SETTLED = Set.of("published", "failed", "skipped");

  String name() {
    return json.path("name").asText();
  }

  String state() {
    return json.path("state").asText();
  }

  /** Returns whether it is to run, or is only compiled because its consumers need its artifact. */
  boolean isDeployed() {
    return json.path("deployed").asBoolean(true);
  }

  boolean isFailed() {
    return state().equals("failed");
  }

  /** Returns whether nothing more happens with it. */
  boolean isDone() {
    return SETTLED.contains(state()) || (!isDeployed() && state().equals("compiled"));
  }
}
