package io.flexibleupgrades.store.bundles;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads every entry's content, to see that it is what the headers declare and no more. */
final class EntryContent implements AutoCloseable {
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int BUFFER_BYTES = 64 * 1024;

  private final ZipBytes zip;
  private final BundleLimits limits;
  private final UncompressedBudget budget;
  private final Inflater inflater = new Inflater(true);
  private final byte[] inflated = new byte[BUFFER_BYTES];

  EntryContent(ZipBytes zip, BundleLimits limits, UncompressedBudget budget) {
    this.zip = zip;
    this.limits = limits;
    this.budget = budget;
  }

  /** Checks the content that starts at this byte; stops at the first byte too many. */
  void check(BundleEntry entry, long start) throws IOException {
    if (entry.uncompressedBytes() > limits.maxEntryBytes()) {
      throw tooLarge(entry);
    }
    var crc = new CRC32();
    long bytes =
        switch (entry.method()) {
          case STORED -> stored(entry, start, crc);
          case DEFLATED -> deflated(entry, start, crc);
          default ->
              throw new MalformedBundleException(
                  "Entry '%s' is compressed with method %d; only stored and deflated are read"
                      .formatted(EntryNames.shown(entry.name()), entry.method()));
        };
    if (bytes != entry.uncompressedBytes()) {
      throw lies(
          entry, "it declares %,d bytes and has %,d".formatted(entry.uncompressedBytes(), bytes));
    }
    if (crc.getValue() != entry.crc()) {
      throw new MalformedBundleException(
          "The content of entry '%s' is damaged (CRC-32)"
              .formatted(EntryNames.shown(entry.name())));
    }
  }

  private long stored(BundleEntry entry, long start, CRC32 crc) throws IOException {
    if (entry.compressedBytes() != entry.uncompressedBytes()) {
      throw lies(
          entry,
          "it is not compressed and declares both %,d and %,d bytes"
              .formatted(entry.compressedBytes(), entry.uncompressedBytes()));
    }
    for (long at = 0; at < entry.compressedBytes(); at += BUFFER_BYTES) {
      var part = zip.read(start + at, partBytes(entry, at));
      budget.spend(entry, part.remaining());
      crc.update(part);
    }
    return entry.compressedBytes();
  }

  private long deflated(BundleEntry entry, long start, CRC32 crc) throws IOException {
    inflater.reset();
    long consumed = 0;
    long bytes = 0;
    try {
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          if (consumed == entry.compressedBytes() || inflater.needsDictionary()) {
            throw lies(entry, "its content goes on after %,d compressed bytes".formatted(consumed));
          }
          var part = zip.read(start + consumed, partBytes(entry, consumed));
          consumed += part.remaining();
          inflater.setInput(part);
        }
        int count = inflater.inflate(inflated);
        bytes += count;
        budget.spend(entry, count);
        crc.update(inflated, 0, count);
        checkSize(entry, bytes);
      }
    } catch (DataFormatException _) {
      throw new MalformedBundleException(
          "The content of entry '%s' cannot be inflated".formatted(EntryNames.shown(entry.name())));
    }
    if (inflater.getBytesRead() != entry.compressedBytes()) {
      throw lies(
          entry,
          "it declares %,d compressed bytes and ends after %,d"
              .formatted(entry.compressedBytes(), inflater.getBytesRead()));
    }
    return bytes;
  }

  private void checkSize(BundleEntry entry, long bytes) {
    if (bytes > entry.uncompressedBytes()) {
      throw lies(entry, "it declares %,d bytes and has more".formatted(entry.uncompressedBytes()));
    }
    if (bytes > limits.ratioFloorBytes() && bytes / limits.maxRatio() > entry.compressedBytes()) {
      throw new HostileBundleException(
          BundleRule.COMPRESSION_RATIO,
          entry.name(),
          "it is compressed more strongly than %d:1".formatted(limits.maxRatio()));
    }
  }

  private HostileBundleException tooLarge(BundleEntry entry) {
    return new HostileBundleException(
        BundleRule.UNCOMPRESSED_SIZE,
        entry.name(),
        "it has %,d bytes uncompressed, one entry may have %,d"
            .formatted(entry.uncompressedBytes(), limits.maxEntryBytes()));
  }

  private static int partBytes(BundleEntry entry, long at) {
    return (int) Math.min(BUFFER_BYTES, entry.compressedBytes() - at);
  }

  private static HostileBundleException lies(BundleEntry entry, String what) {
    return new HostileBundleException(BundleRule.LYING_HEADER, entry.name(), what);
  }

  @Override
  public void close() {
    inflater.end();
  }
}
