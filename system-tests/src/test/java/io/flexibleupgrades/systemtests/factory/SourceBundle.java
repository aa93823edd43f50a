package io.flexibleupgrades.systemtests.factory;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.systemtests.running.Answer;
import io.flexibleupgrades.systemtests.running.Service;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file in memory. */
public final class SourceBundle {
  private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final byte[] zip;

  /** Takes the array without copying it. */
  public SourceBundle(byte[] zip) {
    this.zip = zip;
  }

  /** Returns a bundle of files; equal files make an equal bundle. */
  public static SourceBundle of(Map<String, String> files) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (var file : new TreeMap<>(files).entrySet()) {
        var entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(FIXED_TIME);
        out.putNextEntry(entry);
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SourceBundle(bytes.toByteArray());
  }

  public int bytes() {
    return zip.length;
  }

  public String digest() {
    return HexFormat.of().formatHex(Digest.sha256().digest(zip));
  }

  /** Uploads it to the store and returns the answer. */
  public Answer upload(Service store) {
    return store.putZip("blobs/sha256/" + digest(), zip);
  }
}
