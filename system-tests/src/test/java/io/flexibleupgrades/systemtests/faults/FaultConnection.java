package io.flexibleupgrades.systemtests.faults;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** One connection over a line: two sockets, and the bytes between them. */
final class FaultConnection {
  private static final int CHUNK_BYTES = 16 * 1024;

  private final Socket client;
  private final Socket server;
  private final FaultGate gate;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean stranded;

  FaultConnection(Socket client, Socket server, FaultGate gate) {
    this.client = client;
    this.server = server;
    this.gate = gate;
  }

  /** Carries bytes both ways and returns when the connection has ended. */
  void carry() throws InterruptedException {
    Thread.ofVirtual().start(() -> carry(client, server));
    Thread.ofVirtual().start(() -> carry(server, client));
    closed.await();
  }

  private void carry(Socket from, Socket to) {
    var bytes = new byte[CHUNK_BYTES];
    try {
      var in = from.getInputStream();
      var out = to.getOutputStream();
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        gate.pass();
        if (!stranded) {
          out.write(bytes, 0, count);
        }
      }
    } catch (IOException e) {
      // One side is gone: so is the connection.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!stranded) {
      close();
    }
  }

  /** From now on nothing gets through, and neither side learns of the other's end. */
  void strand() {
    stranded = true;
  }

  void close() {
    end(client);
    end(server);
    closed.countDown();
  }

  /** Ends it as a machine does that knows nothing of it. */
  void reset() {
    try {
      client.setSoLinger(true, 0);
      server.setSoLinger(true, 0);
    } catch (IOException e) {
      // It has ended already.
    }
    close();
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It has ended already.
    }
  }
}
