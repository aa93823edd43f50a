package io.flexibleupgrades.orchestrator.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Takes one request, answers with these bytes, whatever they are, and keeps the connection open.
 */
final class RawReceiver implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final CompletableFuture<String> request = new CompletableFuture<>();
  private final CompletableFuture<Socket> connection = new CompletableFuture<>();
  private final String answer;

  private RawReceiver(String answer) throws IOException {
    this.answer = answer;
  }

  static RawReceiver answering(String answer) throws IOException {
    var receiver = new RawReceiver(answer);
    Thread.ofVirtual().start(receiver::serve);
    return receiver;
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/hook?a=b";
  }

  String request() throws Exception {
    return request.get(5, TimeUnit.SECONDS);
  }

  private void serve() {
    try {
      var socket = server.accept();
      connection.complete(socket);
      request.complete(read(socket));
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    } catch (IOException e) {
      request.completeExceptionally(e);
    }
  }

  /** Reads up to the end of a body of JSON. */
  private static String read(Socket socket) throws IOException {
    var bytes = new ByteArrayOutputStream();
    int next = 0;
    while (next >= 0 && next != '}') {
      next = socket.getInputStream().read();
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
    var open = connection.getNow(null);
    if (open != null) {
      open.close();
    }
  }
}
