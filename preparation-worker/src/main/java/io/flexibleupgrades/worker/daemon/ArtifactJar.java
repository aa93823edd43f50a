package io.flexibleupgrades.worker.daemon;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes artifacts: the same content gives the same bytes, on every machine. Entries are sorted,
 * have one fixed time, and are stored without compression, because two builds of zlib may compress
 * alike bytes differently.
 */
public final class ArtifactJar {
  /** The entry that describes the artifact. */
  public static final String METADATA = "META-INF/flexup/artifact.json";

  private static final LocalDateTime FIXED = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ArtifactJar() {}

  /** Writes a jar of these entries and the metadata, which win over an entry of that name. */
  public static void write(Path jar, byte[] metadata, Map<String, byte[]> entries)
      throws IOException {
    SortedMap<String, byte[]> all = new TreeMap<>(entries);
    all.put(METADATA, metadata);
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
