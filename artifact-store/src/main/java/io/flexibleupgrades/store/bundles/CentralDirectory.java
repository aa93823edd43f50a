package io.flexibleupgrades.store.bundles;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a zip's central directory, one entry at a time.
 *
 * <p>Read by hand because the JDK shows neither unix modes nor offsets. The directory must end
 * where the end record starts and the record's comment where the file ends, so that every reader
 * finds the same directory.
 */
final class CentralDirectory {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int ZIP64_SIGNATURE = 0x07064b50;
  private static final int ZIP64_BYTES = 20;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int ENTRY_BYTES = 46;

  private final ZipBytes zip;
  private final long start;
  private final long end;
  private final int declaredEntries;
  private long position;
  private int entries;

  private CentralDirectory(ZipBytes zip, long start, long end, int declaredEntries) {
    this.zip = zip;
    this.start = start;
    this.end = end;
    this.declaredEntries = declaredEntries;
    this.position = start;
  }

  static CentralDirectory of(ZipBytes zip, BundleLimits limits) throws IOException {
    long endRecord = endRecord(zip);
    var end = zip.read(endRecord, END_BYTES);
    refuseZip64(zip, endRecord, limits);
    if (ZipBytes.u16(end, 4) != 0 || ZipBytes.u16(end, 6) != 0) {
      throw new MalformedBundleException("The zip is one part of several");
    }
    long bytes = ZipBytes.u32(end, 12);
    long start = ZipBytes.u32(end, 16);
    int entries = ZipBytes.u16(end, 10);
    if (entries > limits.maxEntries()) {
      throw tooMany(entries, limits);
    }
    if (bytes > limits.maxDirectoryBytes()) {
      throw new HostileBundleException(
          BundleRule.DIRECTORY_SIZE,
          "(the whole bundle)",
          "its central directory has %,d bytes, at most %,d are read"
              .formatted(bytes, limits.maxDirectoryBytes()));
    }
    if (start + bytes != endRecord) {
      throw new MalformedBundleException(
          "The zip's central directory does not end where its end record starts");
    }
    return new CentralDirectory(zip, start, endRecord, entries);
  }

  /** Returns where the directory starts: entries lie before it. */
  long start() {
    return start;
  }

  /** Returns the next entry, or null when there is none left. */
  @Nullable BundleEntry next() throws IOException {
    if (position == end) {
      if (entries != declaredEntries) {
        throw new MalformedBundleException(
            "The zip declares %,d entries and lists %,d".formatted(declaredEntries, entries));
      }
      return null;
    }
    if (position > end - ENTRY_BYTES) {
      throw new MalformedBundleException("The zip's central directory is cut short");
    }
    var head = zip.read(position, ENTRY_BYTES);
    int nameBytes = ZipBytes.u16(head, 28);
    long next =
        position + ENTRY_BYTES + nameBytes + ZipBytes.u16(head, 30) + ZipBytes.u16(head, 32);
    if (head.getInt(0) != ENTRY_SIGNATURE || next > end) {
      throw new MalformedBundleException(
          "The zip's central directory has no entry where entry %,d should be"
              .formatted(entries + 1));
    }
    var name = ZipBytes.name(zip.read(position + ENTRY_BYTES, nameBytes));
    position = next;
    entries++;
    return new BundleEntry(
        name,
        ZipBytes.u16(head, 8),
        ZipBytes.u16(head, 10),
        ZipBytes.u32(head, 16),
        ZipBytes.u32(head, 20),
        ZipBytes.u32(head, 24),
        ZipBytes.u32(head, 38),
        ZipBytes.u32(head, 42));
  }

  private static long endRecord(ZipBytes zip) throws IOException {
    long size = zip.size();
    int tail = (int) Math.min(size, END_BYTES + LONGEST_COMMENT);
    var bytes = zip.read(size - tail, tail);
    for (int at = tail - END_BYTES; at >= 0; at--) {
      if (bytes.getInt(at) == END_SIGNATURE
          && at + END_BYTES + ZipBytes.u16(bytes, at + 20) == tail) {
        return size - tail + at;
      }
    }
    throw new MalformedBundleException(
        "These %,d bytes are no zip, or a zip that was cut short".formatted(size));
  }

  private static void refuseZip64(ZipBytes zip, long endRecord, BundleLimits limits)
      throws IOException {
    if (endRecord >= ZIP64_BYTES
        && zip.read(endRecord - ZIP64_BYTES, 4).getInt(0) == ZIP64_SIGNATURE) {
      throw tooMany(limits.maxEntries() + 1, limits);
    }
  }

  private static HostileBundleException tooMany(int entries, BundleLimits limits) {
    return new HostileBundleException(
        BundleRule.ENTRY_COUNT,
        "(the whole bundle)",
        "it has %,d entries or more, at most %,d are read (in the plain zip format, not ZIP64)"
            .formatted(entries, limits.maxEntries()));
  }
}
