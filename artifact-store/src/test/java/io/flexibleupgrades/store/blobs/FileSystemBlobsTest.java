package io.flexibleupgrades.store.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.bundles.BundleTooLargeException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSystemBlobsTest {
  private static final byte[] CONTENT = noise(200_000);
  private static final Digest DIGEST = Digest.of(CONTENT);

  private final Path folder;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<FileSystemBlobs> opened = new ArrayList<>();

  private record Settings(Path folder, long quotaBytes, long reserveBytes)
      implements StorageSettings {}

  FileSystemBlobsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() throws IOException {
    for (var blobs : opened) {
      blobs.close();
    }
  }

  @Test
  void givesBackWhatItKept() throws IOException {
    var blobs = open();

    assertThat(put(blobs, CONTENT)).isTrue();
    assertThat(put(blobs, CONTENT)).isFalse();

    assertThat(read(blobs)).isEqualTo(CONTENT);
    assertThat(file()).hasBinaryContent(CONTENT);
    assertThat(uploadsLeft()).isEmpty();
  }

  @Test
  void showsNothingOfAnUploadBeforeItIsKept() throws IOException {
    var blobs = open();

    try (var upload = blobs.receive(new ByteArrayInputStream(CONTENT), CONTENT.length)) {
      assertThat(upload.digest()).isEqualTo(DIGEST);
      assertThat(upload.file()).hasBinaryContent(CONTENT);
      assertThat(blobs.find(DIGEST)).isEmpty();
    }

    assertThat(uploadsLeft()).isEmpty();
    assertThat(blobs.find(DIGEST)).isEmpty();
  }

  /** G11, short form. */
  @Test
  void reportsABlobWithAFlippedByteAsMissing() throws IOException {
    var blobs = open();
    for (int seed = 0; seed < 20; seed++) {
      put(blobs, CONTENT);
      var damaged = CONTENT.clone();
      damaged[new Random(seed).nextInt(damaged.length)] ^= 1;
      Files.write(file(), damaged);

      assertThat(blobs.find(DIGEST)).as("seed %s", seed).isEmpty();
      assertThat(file()).doesNotExist();
    }

    assertThat(folder.resolve("quarantine").toFile().list()).hasSize(20);
    assertThat(meters.counter("flexup.store.corrupt.blobs").count()).isEqualTo(20);
  }

  @Test
  void replacesACorruptBlobByAnIntactUpload() throws IOException {
    var blobs = open();
    put(blobs, CONTENT);
    Files.write(file(), new byte[] {1});

    assertThat(put(blobs, CONTENT)).isTrue();

    assertThat(read(blobs)).isEqualTo(CONTENT);
  }

  @Test
  void removesWhatAKilledProcessLeft() throws IOException {
    var left = Files.createDirectories(folder.resolve("incoming/killed"));
    Files.write(left.resolve("lock"), new byte[0]);
    Files.write(left.resolve("half-an-upload"), CONTENT);

    open();

    assertThat(left).doesNotExist();
  }

  @Test
  void leavesTheUploadsOfALivingProcessAlone() throws IOException {
    var living = open();
    try (var upload = living.receive(new ByteArrayInputStream(CONTENT), CONTENT.length)) {
      open();

      assertThat(living.keep(upload)).isTrue();
    }
    assertThat(read(living)).isEqualTo(CONTENT);
  }

  @Test
  void leavesNothingOfAnUploadThatBreaksOff() throws IOException {
    var blobs = open();
    var breaking =
        new SequenceInputStream(
            new ByteArrayInputStream(CONTENT),
            new FilterInputStream(InputStream.nullInputStream()) {
              @Override
              public int read(byte[] target, int from, int length) throws IOException {
                throw new IOException("connection reset");
              }
            });

    assertThatThrownBy(() -> blobs.receive(breaking, 1 << 20))
        .isInstanceOf(IncompleteUploadException.class);
    assertThatThrownBy(() -> blobs.receive(new ByteArrayInputStream(CONTENT), CONTENT.length - 1))
        .isInstanceOf(BundleTooLargeException.class);

    assertThat(uploadsLeft()).isEmpty();
  }

  @Test
  void refusesWritesButNotReadsWhenTheQuotaIsUsedUp() throws IOException {
    var blobs = open(new Settings(folder, CONTENT.length + 1000, 0));
    put(blobs, CONTENT);

    assertThatThrownBy(() -> put(blobs, noise(1001))).isInstanceOf(StoreFullException.class);
    assertThat(read(blobs)).isEqualTo(CONTENT);
    assertThat(uploadsLeft()).isEmpty();
    assertThat(put(blobs, noise(1000))).isTrue();
  }

  @Test
  void countsWhatIsThereWhenItStarts() throws IOException {
    put(open(), CONTENT);

    var blobs = open(new Settings(folder, CONTENT.length + 1000, 0));

    assertThatThrownBy(() -> put(blobs, noise(1001))).isInstanceOf(StoreFullException.class);
    assertThat(put(blobs, noise(1000))).isTrue();
  }

  @Test
  void refusesWritesThatWouldUseTheReserve() throws IOException {
    var blobs = open(new Settings(folder, 0, Long.MAX_VALUE));

    assertThatThrownBy(() -> put(blobs, CONTENT))
        .isInstanceOf(StoreFullException.class)
        .hasMessageContaining("reserve");
  }

  @Test
  void saysThatTheStoreIsFullWhenTheFileSystemIs() throws IOException {
    var capacity = StoreCapacity.of(folder, new Settings(folder, 0, 0));

    assertThatThrownBy(() -> capacity.explain(new IOException("No space left on device")))
        .isInstanceOf(StoreFullException.class);
  }

  @Test
  void takesOneContentFromManyAtOnce() throws Exception {
    var blobs = open(new Settings(folder, CONTENT.length * 20L, 0));
    Callable<Boolean> upload = () -> put(blobs, CONTENT);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = threads.invokeAll(java.util.Collections.nCopies(16, upload));

      assertThat(results).extracting(result -> result.get()).containsOnlyOnce(true);
    }

    assertThat(read(blobs)).isEqualTo(CONTENT);
    assertThat(uploadsLeft()).isEmpty();
  }

  private FileSystemBlobs open() throws IOException {
    return open(new Settings(folder, 0, 0));
  }

  private FileSystemBlobs open(Settings settings) throws IOException {
    var blobs = FileSystemBlobs.open(settings, meters);
    opened.add(blobs);
    return blobs;
  }

  private static boolean put(BlobStore blobs, byte[] content) throws IOException {
    try (var upload = blobs.receive(new ByteArrayInputStream(content), content.length)) {
      return blobs.keep(upload);
    }
  }

  private static byte[] read(BlobStore blobs) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var blob = blobs.find(DIGEST).orElseThrow()) {
      blob.writeTo(bytes);
    }
    return bytes.toByteArray();
  }

  private Path file() {
    var name = DIGEST.value();
    return folder.resolve("sha256").resolve(name.substring(0, 2)).resolve(name.substring(2));
  }

  private List<Path> uploadsLeft() throws IOException {
    try (var files = Files.walk(folder.resolve("incoming"))) {
      return files.filter(Files::isRegularFile).filter(file -> !file.endsWith("lock")).toList();
    }
  }

  private static byte[] noise(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
