package io.flexibleupgrades.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A TCP line to a server on this machine, which can be disturbed. */
public final class FaultLine implements AutoCloseable {
  private final ServerSocket entrance;
  private final int target;
  private final Set<FaultConnection> connections = ConcurrentHashMap.newKeySet();
  private final FaultGate gate = new FaultGate();

  private FaultLine(ServerSocket entrance, int target) {
    this.entrance = entrance;
    this.target = target;
  }

  /** Opens a line to the port of a server, which need not listen yet. */
  public static FaultLine to(int target) {
    try {
      var line = new FaultLine(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), target);
      Thread.ofVirtual().name("line-to-" + target).start(line::accept);
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the port at which the server is reached over this line. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** Disturbs the line until it is mended. */
  public void disturb(LineFault fault) {
    gate.set(fault);
    switch (fault) {
      case CUT -> connections.forEach(FaultConnection::close);
      case RESET -> {
        connections.forEach(FaultConnection::reset);
        mend();
      }
      case HALF_OPEN -> {
        connections.forEach(FaultConnection::strand);
        mend();
      }
      case STALL, DELAY -> {
        // The gate does it.
      }
    }
  }

  /** Lets everything through again, at once. */
  public void mend() {
    gate.set(null);
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        var client = entrance.accept();
        if (gate.fault() == LineFault.CUT) {
          client.close();
        } else {
          Thread.ofVirtual().start(() -> connect(client));
        }
      } catch (IOException e) {
        if (!entrance.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void connect(Socket client) {
    @Nullable FaultConnection connection = null;
    try {
      connection =
          new FaultConnection(client, new Socket(InetAddress.getLoopbackAddress(), target), gate);
      connections.add(connection);
      if (gate.fault() == LineFault.CUT) {
        connection.close();
      }
      connection.carry();
    } catch (IOException e) {
      closeQuietly(client);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (connection != null) {
        connections.remove(connection);
      }
    }
  }

  /** A client whose server is away sees its connection end, as it would without this line. */
  private static void closeQuietly(Socket client) {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    connections.forEach(FaultConnection::close);
  }
}
