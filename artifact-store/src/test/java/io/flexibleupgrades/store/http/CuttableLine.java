package io.flexibleupgrades.store.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Forwards connections from one port to another until it is cut. */
final class CuttableLine {
  private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();

  void open(int from, int to) {
    try {
      var listening = new ServerSocket(from, 50, InetAddress.getLoopbackAddress());
      open.add(listening);
      Thread.ofVirtual().start(() -> accept(listening, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void cut() {
    for (var end : open) {
      try {
        end.close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot be cut: " + end, e);
      }
    }
    open.clear();
  }

  private void accept(ServerSocket listening, int to) {
    while (!listening.isClosed()) {
      try {
        var near = listening.accept();
        var far = new Socket(InetAddress.getLoopbackAddress(), to);
        open.add(near);
        open.add(far);
        Thread.ofVirtual().start(() -> copy(near, far));
        Thread.ofVirtual().start(() -> copy(far, near));
      } catch (IOException _) {
        // The line was cut.
      }
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // The line was cut.
    }
  }
}
