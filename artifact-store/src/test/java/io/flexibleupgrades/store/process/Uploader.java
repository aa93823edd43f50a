package io.flexibleupgrades.store.process;

import static io.flexibleupgrades.store.http.StoreClient.blob;

import io.flexibleupgrades.events.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Uploads one bundle after the other until the store goes away, and notes what it was promised. */
final class Uploader implements Runnable {
  private static final int SMALL = 20_000;
  private static final int LARGE = 3_000_000;

  private final int port;
  private final Random random;
  private final Set<Digest> acknowledged;
  private final AtomicInteger brokenOff;

  Uploader(int port, long seed, Set<Digest> acknowledged, AtomicInteger brokenOff) {
    this.port = port;
    this.random = new Random(seed);
    this.acknowledged = acknowledged;
    this.brokenOff = brokenOff;
  }

  @Override
  public void run() {
    while (true) {
      int most = random.nextInt(4) == 0 ? LARGE : SMALL;
      var bundle = StoreFiles.bundle(random, 1 + random.nextInt(most));
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        upload(socket, bundle);
      } catch (IOException _) {
        brokenOff.incrementAndGet();
        return;
      }
    }
  }

  private void upload(Socket socket, byte[] bundle) throws IOException {
    boolean chunked = random.nextBoolean();
    boolean slow = random.nextInt(3) == 0;
    var target = socket.getOutputStream();
    var length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + bundle.length;
    write(
        target,
        "PUT %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/zip\r\nConnection: close\r\n%s\r\n\r\n"
            .formatted(blob(Digest.of(bundle)), length));
    int step = slow ? Math.max(1, bundle.length / 10) : bundle.length;
    for (int at = 0; at < bundle.length; at += step) {
      int count = Math.min(step, bundle.length - at);
      if (chunked) {
        write(target, HexFormat.of().toHexDigits(count) + "\r\n");
      }
      target.write(bundle, at, count);
      if (chunked) {
        write(target, "\r\n");
      }
      if (slow) {
        pause();
      }
    }
    if (chunked) {
      write(target, "0\r\n\r\n");
    }
    var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    if (!answer.equals("HTTP/1.1 201")) {
      throw new IOException("answered " + answer);
    }
    acknowledged.add(Digest.of(bundle));
  }

  private static void write(OutputStream target, String text) throws IOException {
    target.write(text.getBytes(StandardCharsets.US_ASCII));
    target.flush();
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
