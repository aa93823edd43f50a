package io.flexibleupgrades.embedded.system;

import io.flexibleupgrades.embedded.kafka.KafkaBroker;
import io.flexibleupgrades.embedded.postgres.PostgresServer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where each process reaches the others, over the lines between them. */
final class Connections {

  private final Lines lines;
  private final Ports ports;
  private final Map<String, Integer> brokerPorts = new HashMap<>();
  private final Map<Integer, Integer> brokerListeners = new HashMap<>();

  /**
   * A broker tells its clients where it is to be reached: those with a line of their own need a
   * listener of their own.
   *
   * @param clients the broker's clients that may have one; all others reach it directly
   */
  Connections(Lines lines, Ports ports, PortChoice choice, List<String> clients) {
    this.lines = lines;
    this.ports = ports;
    if (!lines.equals(Lines.DIRECT)) {
      for (var client : clients) {
        int listener = choice.from(Ports.FIRST_OTHER);
        int reached = lines.port(client, KafkaBroker.NAME, listener);
        brokerPorts.put(client, reached);
        brokerListeners.put(listener, reached);
      }
    }
  }

  /** Returns the broker's further listeners: the port of each, and where its clients reach it. */
  Map<Integer, Integer> brokerListeners() {
    return Map.copyOf(brokerListeners);
  }

  String bootstrapServers(String from) {
    return "127.0.0.1:" + brokerPorts.getOrDefault(from, ports.kafka());
  }

  int postgres(String from) {
    return lines.port(from, PostgresServer.NAME, ports.postgres());
  }

  URI store(String from) {
    return Endpoints.local(lines.port(from, ServiceProcesses.STORE, ports.store()));
  }

  URI orchestrator(String from) {
    return Endpoints.local(lines.port(from, ServiceProcesses.ORCHESTRATOR, ports.orchestrator()));
  }
}
