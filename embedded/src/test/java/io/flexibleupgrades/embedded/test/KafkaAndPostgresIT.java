package io.flexibleupgrades.embedded.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class KafkaAndPostgresIT {

  @Test
  void givesEveryCallerTheSameBrokerAndTheSameServer() throws Exception {
    var first = new KafkaAndPostgres();
    first.init(Map.of("database", "first"));
    var second = new KafkaAndPostgres();

    var settings = first.start();
    var others = second.start();

    assertThat(others.get("kafka.bootstrap.servers"))
        .isEqualTo(settings.get("kafka.bootstrap.servers"));
    assertThat(settings.get("quarkus.datasource.jdbc.url")).endsWith("/first");
    assertThat(others.get("quarkus.datasource.jdbc.url")).endsWith("/test");
    try (var connection =
            DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
        var statement = connection.createStatement()) {
      statement.execute("create table owned (id bigint)");
    }
    try (var admin = Admin.create(Map.of("bootstrap.servers", TestStack.bootstrapServers()))) {
      assertThat(admin.describeCluster().nodes().get()).hasSize(1);
    }
  }
}
