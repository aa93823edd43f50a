package io.flexibleupgrades.benchmarks.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Streams of changes that are read by nobody but the kernel. */
final class OpenStreams implements AutoCloseable {
  private final List<Socket> sockets = new ArrayList<>();

  /** Opens so many streams and waits for the first line of each. */
  static OpenStreams open(URI stream, int count) throws IOException {
    var open = new OpenStreams();
    var request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
            .formatted(stream.getRawPath(), stream.getAuthority());
    for (int i = 0; i < count; i++) {
      var socket = new Socket(InetAddress.getLoopbackAddress(), stream.getPort());
      open.sockets.add(socket);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }
    for (var socket : open.sockets) {
      var answer = new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII);
      if (!answer.startsWith("HTTP/1.1 200")) {
        throw new IllegalStateException("A stream was answered with " + answer);
      }
    }
    return open;
  }

  /** Returns how many of them are open and have something to read. */
  long alive() {
    return sockets.stream().filter(OpenStreams::hasMore).count();
  }

  private static boolean hasMore(Socket socket) {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    for (var socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
