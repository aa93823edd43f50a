package io.flexibleupgrades.embedded.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a Quarkus test a Kafka broker and a PostgreSQL database, named by the argument {@code
 * database}.
 */
public final class KafkaAndPostgres implements QuarkusTestResourceLifecycleManager {

  private String database = Settings.DEFAULT_DATABASE;

  @Override
  public void init(Map<String, String> initArgs) {
    database = initArgs.getOrDefault("database", database);
  }

  @Override
  public Map<String, String> start() {
    var settings = new HashMap<String, String>();
    settings.putAll(Settings.ofKafka());
    settings.putAll(Settings.ofPostgres(database));
    return settings;
  }

  /** What was started serves the other tests of this JVM and ends with it. */
  @Override
  public void stop() {}
}
