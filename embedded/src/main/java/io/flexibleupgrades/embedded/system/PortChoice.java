package io.flexibleupgrades.embedded.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Ports of 127.0.0.1, each given once: the wanted one, or the next that is free. */
final class PortChoice {

  private static final int LAST_PORT = 32_000;

  private final Set<Integer> given = new HashSet<>();

  synchronized int from(int wanted) {
    for (int port = wanted; port <= LAST_PORT; port++) {
      if (isFree(port)) {
        given.add(port);
        return port;
      }
    }
    throw new IllegalStateException(
        "No port of 127.0.0.1 from %d to %d is free.".formatted(wanted, LAST_PORT));
  }

  synchronized boolean isFree(int port) {
    if (given.contains(port)) {
      return false;
    }
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
