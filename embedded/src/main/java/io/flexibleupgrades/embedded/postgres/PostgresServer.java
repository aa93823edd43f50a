package io.flexibleupgrades.embedded.postgres;

import io.flexibleupgrades.embedded.Folders;
import io.flexibleupgrades.embedded.Installation;
import io.flexibleupgrades.embedded.process.Readiness;
import io.flexibleupgrades.embedded.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * The embedded PostgreSQL server: its folder, its command and its databases. Listens on 127.0.0.1
 * only; every role has a password.
 */
public final class PostgresServer {

  public static final String NAME = "postgres";

  private static final String SUPERUSER = "postgres";
  private static final String READY = "database system is ready to accept connections";
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("shared_buffers", "64MB"),
          Map.entry("max_connections", "100"),
          Map.entry("wal_level", "minimal"),
          Map.entry("max_wal_senders", "0"),
          Map.entry("io_method", "sync"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("timezone", "UTC"));

  private final Path binaries;
  private final Path folder;
  private final int port;
  private final Privileges privileges;
  private final Map<String, String> settings;
  private final String superuserPassword;
  private final String password;

  private PostgresServer(
      Path binaries, Path folder, int port, Privileges privileges, Map<String, String> settings)
      throws IOException {
    this.binaries = binaries;
    this.folder = folder;
    this.port = port;
    this.privileges = privileges;
    this.settings = settings;
    this.superuserPassword = SecretFile.readOrCreate(folder.resolve("superuser-password"));
    this.password = SecretFile.readOrCreate(folder.resolve("password"));
  }

  /**
   * Returns a server that is ready to be started: binaries unpacked, data folder made.
   *
   * @param cache where the binaries are unpacked to, once per version
   * @param folder keeps the data and the passwords
   * @param settings PostgreSQL's, on top of the ones for a small machine
   */
  public static PostgresServer prepare(
      Installation installation, Path cache, Path folder, int port, Map<String, String> settings)
      throws IOException {
    return prepare(installation, cache, folder, port, settings, Privileges.detect());
  }

  static PostgresServer prepare(
      Installation installation,
      Path cache,
      Path folder,
      int port,
      Map<String, String> settings,
      Privileges privileges)
      throws IOException {
    Folders.createPrivate(folder);
    var binaries = new PostgresBinaries(installation, cache).unpacked();
    var server = new PostgresServer(binaries, folder, port, privileges, settings);
    if (!Files.exists(server.data().resolve("PG_VERSION"))) {
      server.initialise();
    }
    return server;
  }

  /** Returns the process of the server; asked to end by SIGINT, which ends open connections. */
  public ServiceProcess process() {
    var command = new ArrayList<String>();
    command.addAll(List.of(program("postgres"), "-D", data().toString(), "-p", "" + port));
    var all = new HashMap<>(SETTINGS);
    all.putAll(settings);
    all.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return ServiceProcess.of(
            NAME, "PostgreSQL", privileges.serverCommand(command), new Readiness.OutputLine(READY))
        .stoppedBy("INT", ServiceProcess.DEFAULT_STOP_GRACE);
  }

  /** Returns the JDBC address of a database. */
  public String jdbcUrl(String database) {
    return jdbcUrl(database, port);
  }

  /** Returns the JDBC address of a database of a server that is reached at this port. */
  public static String jdbcUrl(String database, int port) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** Returns the password of every role that {@link #createDatabase} made. */
  public String password() {
    return password;
  }

  /** Makes a database and the role of the same name that owns it, each unless it exists. */
  public void createDatabase(String name) throws SQLException {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException(
          "A database name is made of lower case letters, digits and underscores, not: " + name);
    }
    try (var connection = connect();
        var statement = connection.createStatement()) {
      if (isMissing(connection, "select 1 from pg_roles where rolname = ?", name)) {
        statement.execute("create role %s login".formatted(name));
      }
      statement.execute("alter role %s password '%s'".formatted(name, password));
      if (isMissing(connection, "select 1 from pg_database where datname = ?", name)) {
        statement.execute("create database %s owner %s".formatted(name, name));
      }
    }
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", superuserPassword);
    properties.setProperty("connectTimeout", "" + Duration.ofSeconds(10).toSeconds());
    return Objects.requireNonNull(driver().connect(jdbcUrl("postgres"), properties));
  }

  /** By its name: DriverManager may have been loaded where the driver is not visible. */
  private static Driver driver() throws SQLException {
    try {
      return Class.forName("org.postgresql.Driver")
          .asSubclass(Driver.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new SQLException(
          "The PostgreSQL JDBC driver is not on the class path: add org.postgresql:postgresql", e);
    }
  }

  private static boolean isMissing(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return !rows.next();
      }
    }
  }

  /** A folder that an interrupted first start left half made is made anew. */
  private void initialise() throws IOException {
    Folders.delete(data());
    Folders.createPrivate(data());
    privileges.giveFolder(folder);
    Commands.run(
        privileges.command(
            List.of(
                program("initdb"),
                "--pgdata=" + data(),
                "--username=" + SUPERUSER,
                "--pwfile=" + folder.resolve("superuser-password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-instructions")));
  }

  private String program(String name) {
    return binaries.resolve("bin").resolve(name).toString();
  }

  private Path data() {
    return folder.resolve("data");
  }
}
