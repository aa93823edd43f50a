package io.flexibleupgrades.orchestrator.delivery;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The configuration as a deployed orchestrator reads it. */
final class Settings {
  private Settings() {}

  /** Returns the defaults, but for these. */
  static WebhookConfig of(Map<String, String> changed) {
    var properties = new HashMap<String, String>();
    changed.forEach((name, text) -> properties.put("flexup.webhooks." + name, text));
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .withMapping(WebhookConfig.class)
        .build()
        .getConfigMapping(WebhookConfig.class);
  }
}
