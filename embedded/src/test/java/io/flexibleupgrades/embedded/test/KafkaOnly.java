package io.flexibleupgrades.embedded.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Gives a Quarkus test a Kafka broker. */
public final class KafkaOnly implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    var settings = new HashMap<String, String>();
    settings.putAll(Settings.ofKafka());
    return settings;
  }

  /** What was started serves the other tests of this JVM and ends with it. */
  @Override
  public void stop() {}
}
