package io.flexibleupgrades.embedded.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ports of 127.0.0.1, each given once: the wanted one, or the next that is free. A port stays given
 * until this is closed, for other systems on this machine as well: whoever listens on it may have
 * been killed and be about to start again.
 */
final class PortChoice implements AutoCloseable {

  private static final int LAST_PORT = 32_000;

  private final Map<Integer, FileChannel> given = new HashMap<>();

  synchronized int from(int wanted) {
    for (int port = wanted; port <= LAST_PORT; port++) {
      if (take(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "No port of 127.0.0.1 from %d to %d is free.".formatted(wanted, LAST_PORT));
  }

  /** Takes the port if nobody has it. */
  synchronized boolean take(int port) {
    if (given.containsKey(port)) {
      return false;
    }
    var lock = lock(port);
    if (lock == null) {
      return false;
    }
    if (isSilent(port)) {
      given.put(port, lock);
      return true;
    }
    release(lock);
    return false;
  }

  @Override
  public synchronized void close() {
    given.values().forEach(PortChoice::release);
    given.clear();
  }

  /** Returns what holds the lock of the port, null if another system holds it. */
  private static @Nullable FileChannel lock(int port) {
    var file = Path.of(System.getProperty("java.io.tmpdir"), "flexup-port-" + port + ".lock");
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isLocked(channel)) {
        return channel;
      }
      channel.close();
    } catch (IOException e) {
      // Another user's file: their system has the port.
    }
    return null;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void release(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      // The kernel frees it at the latest when this process ends.
    }
  }

  private static boolean isSilent(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
