package io.flexibleupgrades.worker.daemon;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes artifacts: the same content gives the same bytes, on every machine. Entries are sorted,
 * have one fixed time, and are stored without compression, because two builds of zlib may compress
 * alike bytes differently.
 */
public final class ArtifactJar {
  /** The entry that describes the artifact. */
  public static final String METADATA = "META-INF/flexup/artifact.json";

  /** The entry that holds the {@link ApiDigest} of the artifact's classes. */
  public static final String API = "META-INF/flexup/api";

  private static final LocalDateTime FIXED = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ArtifactJar() {}

  /** Writes a jar of these entries and its description, which wins over entries of its names. */
  public static void write(Path jar, byte[] metadata, Map<String, byte[]> entries)
      throws IOException {
    SortedMap<String, byte[]> all = new TreeMap<>(entries);
    all.put(API, ApiDigest.of(entries).getBytes(StandardCharsets.US_ASCII));
    all.put(METADATA, metadata);
    write(jar, all);
  }

  /** Writes the jar that a compile would have given if only the metadata had been others. */
  public static void rewrite(Path from, Path jar, byte[] metadata) throws IOException {
    SortedMap<String, byte[]> all = new TreeMap<>();
    try (var zip = new ZipFile(from.toFile())) {
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        try (var content = zip.getInputStream(entry)) {
          all.put(entry.getName(), content.readAllBytes());
        }
      }
    }
    all.put(METADATA, metadata);
    write(jar, all);
  }

  private static void write(Path jar, SortedMap<String, byte[]> all) throws IOException {
    try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(jar)))) {
      for (var entry : all.entrySet()) {
        out.putNextEntry(stored(entry.getKey(), entry.getValue()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
  }

  private static ZipEntry stored(String name, byte[] content) {
    var crc = new CRC32();
    crc.update(content);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(FIXED);
    return entry;
  }
}
