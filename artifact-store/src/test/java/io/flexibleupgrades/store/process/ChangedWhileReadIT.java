package io.flexibleupgrades.store.process;

import static io.flexibleupgrades.store.http.StoreClient.blob;
import static io.flexibleupgrades.store.http.StoreClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file changes after it was verified, while a slow client is being sent its bytes. */
class ChangedWhileReadIT {
  private static final int LARGE = 32_000_000;

  private final StoreFiles files;

  ChangedWhileReadIT(@TempDir Path folder) {
    this.files = new StoreFiles(folder);
  }

  @Test
  @DisplayName("G11: a file that changes while it is sent is never sent whole")
  void breaksOffBeforeTheEnd() throws IOException {
    var bundle = StoreFiles.bundle(new Random(11), LARGE);
    var digest = Digest.of(bundle);
    try (var store = StoreProcess.start(files.folder())) {
      assertThat(store.put(bundle)).isEqualTo(201);

      try (var socket = new Socket(InetAddress.getLoopbackAddress(), store.port())) {
        socket.setSoTimeout(30_000);
        var request = "GET %s HTTP/1.1\r\nHost: x\r\n\r\n".formatted(blob(digest));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var answer = new BufferedInputStream(socket.getInputStream());
        assertThat(head(answer)).startsWith("HTTP/1.1 200").contains("" + bundle.length);
        assertThat(answer.readNBytes(1_000)).hasSize(1_000);
        try (var file = new RandomAccessFile(files.file(digest).toFile(), "rw")) {
          file.seek(bundle.length - 1_000L);
          file.write(~bundle[bundle.length - 1_000]);
        }

        assertThat(1_000 + remainingBytes(answer, bundle.length - 1_000)).isLessThan(bundle.length);
      }

      problem(store.client().get(blob(digest)), 404, "blob-not-found");
      assertThat(files.quarantined()).hasSize(1);
    }
  }

  private static String head(InputStream answer) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) answer.read());
    }
    return head.toString();
  }

  /** Returns how many bytes come before the connection ends, in one way or another, or all came. */
  private static long remainingBytes(InputStream answer, long all) {
    long bytes = 0;
    var buffer = new byte[65_536];
    try {
      for (int count = 0; count >= 0 && bytes < all; count = answer.read(buffer)) {
        bytes += count;
      }
    } catch (SocketException _) {
      // Reset: the client knows that it did not get everything.
    } catch (IOException e) {
      throw new AssertionError("neither the end nor more bytes after " + bytes, e);
    }
    return bytes;
  }
}
