package io.flexibleupgrades.worker.artifacts;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes an answer's body to a file, and keeps apart what the file system refuses: that is no fault
 * of the store, and asking the store again does not help.
 */
final class FileBody implements BodyHandler<@Nullable Void> {
  private static final byte[] NOTHING = new byte[0];
  private final Path target;
  private volatile @Nullable IOException refusal;

  FileBody(Path target) {
    this.target = target;
  }

  @Override
  public BodySubscriber<@Nullable Void> apply(ResponseInfo info) {
    try {
      Files.write(target, NOTHING);
      return BodySubscribers.ofByteArrayConsumer(this::append);
    } catch (IOException e) {
      refusal = e;
      return BodySubscribers.replacing(null);
    }
  }

  /** Throws what the file system refused, if it did. */
  void check() throws IOException {
    var refused = refusal;
    if (refused != null) {
      throw refused;
    }
  }

  // The rest of a body that cannot be written is let go, so that the answer ends in order. Nothing
  // stays open, since nobody says when an answer is given up.
  private void append(Optional<byte[]> bytes) {
    if (bytes.isEmpty() || refusal != null) {
      return;
    }
    try {
      Files.write(target, bytes.get(), StandardOpenOption.APPEND);
    } catch (IOException e) {
      refusal = e;
    }
  }
}
