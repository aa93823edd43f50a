package io.flexibleupgrades.embedded.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** A port that somebody listens on: this test, or whoever had it already. */
record PortInUse(int port, Optional<ServerSocket> socket) implements AutoCloseable {

  static PortInUse take(int port) {
    try {
      return new PortInUse(
          port, Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress())));
    } catch (IOException e) {
      return new PortInUse(port, Optional.empty());
    }
  }

  boolean isTaken() {
    try (var choice = new PortChoice()) {
      return !choice.take(port);
    }
  }

  @Override
  public void close() throws IOException {
    if (socket.isPresent()) {
      socket.get().close();
    }
  }
}
