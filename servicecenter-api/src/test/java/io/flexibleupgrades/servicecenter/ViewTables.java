package io.flexibleupgrades.servicecenter;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.servicecenter.database.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of all views, kept and compared within the database. */
@ApplicationScoped
class ViewTables {
  static final List<String> VIEWS =
      List.of(
          "environment",
          "module",
          "module_producer",
          "module_setting",
          "upgrade",
          "upgrade_module",
          "upgrade_edge",
          "failed_producer",
          "failure",
          "compiler_output",
          "module_change",
          "publish",
          "publish_module",
          "applied_stream",
          "consumed_partition");

  private final Schema schema;

  ViewTables(Schema schema) {
    this.schema = schema;
  }

  /** Keeps a copy of every row. */
  void keep() throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS kept CASCADE");
      statement.execute("CREATE SCHEMA kept");
      for (var view : VIEWS) {
        statement.execute("CREATE TABLE kept.%1$s AS TABLE public.%1$s".formatted(view));
      }
    }
  }

  /** Returns rows that are there now and were not when they were kept, or the other way round. */
  List<String> differences() throws SQLException {
    var found = new ArrayList<String>();
    for (var view : VIEWS) {
      found.addAll(
          texts(
              """
              (SELECT '%1$s now: ' || d::text FROM (TABLE public.%1$s EXCEPT ALL TABLE kept.%1$s) d LIMIT 5)
              UNION ALL
              (SELECT '%1$s was: ' || d::text FROM (TABLE kept.%1$s EXCEPT ALL TABLE public.%1$s) d LIMIT 5)
              """
                  .formatted(view)));
    }
    return found;
  }

  /** Returns how many rows a view has. */
  long count(String view) throws SQLException {
    return number("SELECT count(*) FROM " + view);
  }

  /** Returns how many events are applied, of all environments together. */
  long applied() throws SQLException {
    return number("SELECT coalesce(sum(events), 0) FROM environment");
  }

  /** Returns how many events of one environment are applied. */
  long applied(EnvironmentName environment) throws SQLException {
    return number(
        "SELECT coalesce(max(events), 0) FROM environment WHERE name = '%s'"
            .formatted(environment));
  }

  /** Not from the service's pool, whose sessions tests end. */
  private Connection connect() throws SQLException {
    try {
      schema.awaitReady();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("Interrupted while waiting for the tables.", e);
    }
    return DriverManager.getConnection(
        AsideSession.setting("jdbc.url"),
        AsideSession.setting("username"),
        AsideSession.setting("password"));
  }

  long number(String query) throws SQLException {
    return Long.parseLong(texts(query).getFirst());
  }

  List<String> texts(String query) throws SQLException {
    var found = new ArrayList<String>();
    try (var connection = connect();
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      while (result.next()) {
        found.add(result.getString(1));
      }
    }
    return found;
  }
}
