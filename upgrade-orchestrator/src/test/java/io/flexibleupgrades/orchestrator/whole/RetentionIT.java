package io.flexibleupgrades.orchestrator.whole;

import static io.flexibleupgrades.orchestrator.whole.Operator.Module.module;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.flexibleupgrades.orchestrator.retention.Retention;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RetentionIT.Forgetful.class)
@QuarkusTestResource(
    value = KafkaAndPostgres.class,
    initArgs = @ResourceArg(name = "database", value = "upgrade_it"))
@QuarkusTestResource(FakeStore.class)
class RetentionIT extends WholeLife {
  private static final int BATCH = 10;

  @Inject Retention retention;

  /** Looks always, and deletes little at once. */
  public static final class Forgetful extends UpgradeIT.Impatient {
    @Override
    public Map<String, String> getConfigOverrides() {
      var settings = new HashMap<>(super.getConfigOverrides());
      settings.put("flexup.retention.every", "0S");
      settings.put("flexup.retention.batch", Integer.toString(BATCH));
      return settings;
    }
  }

  @Test
  @DisplayName("G7: answers and taken messages are kept for their time, then deleted in batches")
  void forgetsWhatIsOlderThanItsTime() throws SQLException {
    upgraded("retention", module("A"));
    publish("young").then().statusCode(202);
    execute(
        "insert into inbox select gen_random_uuid(), now() - interval '16 days' from generate_series(1, 45)");
    execute(
        "insert into inbox select gen_random_uuid(), now() - interval '14 days' from generate_series(1, 5)");
    execute(
        """
        insert into idempotent_answer
        select 'retention', 'old-' || n, 'f', 200, '{}', now() - interval '8 days'
        from generate_series(1, 45) n
        """);

    for (int i = 0; i < 5; i++) {
      retention.run();
    }

    assertThat(count("inbox where received_at < now() - interval '15 days'")).isZero();
    assertThat(count("inbox where received_at < now() - interval '13 days'")).isEqualTo(5);
    assertThat(count("idempotent_answer where environment = 'retention'")).isEqualTo(1);
    publish("young").then().statusCode(202);
    execute("delete from inbox where received_at < now() - interval '13 days'");
  }

  private static Response publish(String key) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(Map.of("modules", List.of("A")))
        .post("/api/v1/environments/{env}/publishes", "retention");
  }

  private long count(String rows) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var counted = statement.executeQuery("select count(*) from " + rows)) {
      counted.next();
      return counted.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
