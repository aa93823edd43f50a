package io.flexibleupgrades.embedded.test;

import java.util.Map;

/** The configuration that leads a Quarkus application to the test stack. */
final class Settings {

  static final String DEFAULT_DATABASE = "test";

  private Settings() {}

  static Map<String, String> ofKafka() {
    return Map.of("kafka.bootstrap.servers", TestStack.bootstrapServers());
  }

  static Map<String, String> ofPostgres(String database) {
    TestStack.createDatabase(database);
    return Map.of(
        "quarkus.datasource.jdbc.url", TestStack.jdbcUrl(database),
        "quarkus.datasource.username", database,
        "quarkus.datasource.password", TestStack.password());
  }
}
