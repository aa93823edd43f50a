package io.flexibleupgrades.orchestrator.notification;

import io.flexibleupgrades.events.EnvironmentName;

/** Which webhook of which environment. */
public record WebhookId(EnvironmentName environment, WebhookName name) {

  @Override
  public String toString() {
    return environment + "/" + name;
  }
}
