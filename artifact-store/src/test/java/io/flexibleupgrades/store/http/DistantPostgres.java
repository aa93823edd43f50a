package io.flexibleupgrades.store.http;

import io.flexibleupgrades.embedded.test.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;

/**
 * A real PostgreSQL behind a line that can be cut. The line's end of the application is in system
 * properties, because test and resource are loaded by different class loaders.
 */
public final class DistantPostgres implements QuarkusTestResourceLifecycleManager {
  private static final String DATABASE = "store_away";
  private static final String PORT = "flexup.test.distant-postgres";
  private static final CuttableLine LINE = new CuttableLine();

  @Override
  public Map<String, String> start() {
    TestStack.createDatabase(DATABASE);
    int port = freePort();
    System.setProperty(PORT, Integer.toString(port));
    return Map.of(
        "quarkus.datasource.jdbc.url",
            "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE),
        "quarkus.datasource.username", DATABASE,
        "quarkus.datasource.password", TestStack.password());
  }

  @Override
  public void stop() {
    LINE.cut();
  }

  static void connect() {
    var real = URI.create(TestStack.jdbcUrl(DATABASE).substring("jdbc:".length()));
    LINE.open(Integer.getInteger(PORT), real.getPort());
  }

  static void disconnect() {
    LINE.cut();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
