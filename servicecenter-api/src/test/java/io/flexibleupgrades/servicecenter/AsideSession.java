package io.flexibleupgrades.servicecenter;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** A session with another database of the same server, as the role that owns the service's. */
record AsideSession(Connection connection, String database) implements AutoCloseable {

  static AsideSession open() throws SQLException {
    var url = setting("jdbc.url");
    int name = url.lastIndexOf('/') + 1;
    return new AsideSession(
        DriverManager.getConnection(
            url.substring(0, name) + "postgres", setting("username"), setting("password")),
        url.substring(name));
  }

  /** Ends every session with the service's database, whatever it is doing. */
  void endSessions() throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?")) {
      statement.setString(1, database);
      statement.execute();
    }
  }

  void allowConnections(boolean allowed) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("ALTER DATABASE %s ALLOW_CONNECTIONS %s".formatted(database, allowed));
    }
  }

  static String setting(String name) {
    return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
