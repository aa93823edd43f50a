package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class MigrationIT {
  @Inject AgroalDataSource dataSource;

  @Test
  void startsFromTheBeginningOfTheTopicAfterTheViewsOfAnEarlierVersion() throws SQLException {
    earlier().target("1").load().migrate();
    execute("INSERT INTO earlier.environment VALUES ('prod','cloud','11','d',1,NULL,0,1,0,NULL)");
    execute("INSERT INTO earlier.consumed_partition VALUES ('events', 0, 17)");

    earlier().load().migrate();

    assertThat(count("earlier.environment")).isZero();
    assertThat(count("earlier.consumed_partition")).isZero();
    assertThat(count("earlier.module_in_publish")).isZero();
  }

  private FluentConfiguration earlier() {
    return Flyway.configure().dataSource(dataSource).schemas("earlier");
  }

  private void execute(String sql) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int count(String table) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery("SELECT count(*) FROM " + table)) {
      result.next();
      return result.getInt(1);
    }
  }
}
