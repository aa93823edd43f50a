package io.flexibleupgrades.embedded.system;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** A service that is ready at once and answers every request with its environment. */
public final class AnsweringService {

  private AnsweringService() {}

  /** Serves until it is ended. */
  public static void main(String[] args) throws Exception {
    var environment = new TreeMap<>(System.getenv());
    var address =
        new InetSocketAddress(
            environment.get("QUARKUS_HTTP_HOST"),
            Integer.parseInt(environment.get("QUARKUS_HTTP_PORT")));
    var answer = new StringBuilder();
    environment.forEach((name, value) -> answer.append(name + "=" + value + "\n"));
    var bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
    var server = HttpServer.create(address, 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }
}
