package io.flexibleupgrades.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexibleupgrades.embedded.Installation;
import io.flexibleupgrades.embedded.process.FreePort;
import io.flexibleupgrades.embedded.process.SupervisedProcess;
import io.flexibleupgrades.embedded.process.Supervisor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void keepsItsDataWhenItIsKilledAndWhenItIsStoppedAndMovesToAnotherPort() throws Exception {
    try (var supervisor = Supervisor.open(folder, line -> {})) {
      var server = server(FreePort.next());
      var process = started(supervisor, server);
      server.createDatabase("kept");
      server.createDatabase("kept");
      execute(server, "create table n (id int)");
      execute(server, "insert into n values (1)");

      process.kill();
      process.awaitReady(SOON);

      execute(server, "insert into n values (2)");
      assertThat(count(server)).isEqualTo(2);
      supervisor.stop(PostgresServer.NAME);

      var elsewhere = server(FreePort.next());
      started(supervisor, elsewhere);
      elsewhere.createDatabase("kept");

      assertThat(count(elsewhere)).isEqualTo(2);
    }
  }

  @Test
  void isUtf8WithTheCLocaleAndRefusesAWrongPassword() throws Exception {
    try (var supervisor = Supervisor.open(folder, line -> {})) {
      var server = server(FreePort.next());
      started(supervisor, server);
      server.createDatabase("checked");

      try (var connection =
              DriverManager.getConnection(server.jdbcUrl("checked"), "checked", server.password());
          var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  "select pg_encoding_to_char(encoding), datcollate from pg_database"
                      + " where datname = 'checked'")) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("UTF8");
        assertThat(row.getString(2)).isEqualTo("C");
      }
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl("checked"), "checked", "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
      for (var secret : new String[] {"password", "superuser-password"}) {
        var mode = Files.getPosixFilePermissions(folder.resolve("postgres").resolve(secret));
        assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
      }
    }
  }

  @Test
  void runsUnderEveryPrivilegeThatThisUserCanChooseAndAsksForTheParentDeathSignal()
      throws Exception {
    var installation = Installation.fromSystemProperty();
    var cache = installation.home().resolve("embedded/target/cache");
    for (var privileges : choices()) {
      var state = folder.resolve(privileges.name());
      var port = FreePort.next();
      var server = PostgresServer.prepare(installation, cache, state, port, Map.of(), privileges);
      try (var supervisor = Supervisor.open(folder, line -> {})) {
        started(supervisor, server);
        server.createDatabase("kept");
        execute(server, "create table n (id int)");
        assertThat(count(server)).isZero();
      }
      var dump = privileges.serverCommand(List.of("setpriv", "--dump"));
      var output = new ProcessBuilder(dump).start().inputReader().readAllAsString();
      assertThat(output).contains("Parent death signal: QUIT").doesNotContain("uid: 0\n");
    }
  }

  private static List<Privileges> choices() throws Exception {
    var detected = Privileges.detect();
    return detected == Privileges.NAMESPACE
        ? List.of(detected, Privileges.NOBODY)
        : List.of(detected);
  }

  private PostgresServer server(int port) throws Exception {
    var installation = Installation.fromSystemProperty();
    var cache = installation.home().resolve("embedded/target/cache");
    return PostgresServer.prepare(installation, cache, folder.resolve("postgres"), port, Map.of());
  }

  private static SupervisedProcess started(Supervisor supervisor, PostgresServer server)
      throws InterruptedException {
    var process = supervisor.start(server.process());
    process.awaitReady(SOON);
    return process;
  }

  private static void execute(PostgresServer server, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl("kept"), "kept", server.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(PostgresServer server) throws SQLException {
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl("kept"), "kept", server.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from n")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
