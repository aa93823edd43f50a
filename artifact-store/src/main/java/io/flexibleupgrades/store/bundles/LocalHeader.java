package io.flexibleupgrades.store.bundles;

import java.io.IOException;

/**
 * An entry's own header, in front of its content. Some tools read only these, others only the
 * central directory: the two must agree.
 *
 * @param contentStart first byte of the content
 */
record LocalHeader(long contentStart) {
  private static final int SIGNATURE = 0x04034b50;
  private static final int BYTES = 30;
  private static final long IN_EXTRA_FIELD = 0xFFFFFFFFL;

  static LocalHeader of(ZipBytes zip, BundleEntry entry) throws IOException {
    var head = zip.read(entry.headerOffset(), BYTES);
    if (head.getInt(0) != SIGNATURE) {
      throw new MalformedBundleException(
          "Entry '%s' has no header at byte %,d"
              .formatted(EntryNames.shown(entry.name()), entry.headerOffset()));
    }
    int nameBytes = ZipBytes.u16(head, 26);
    var name = ZipBytes.name(zip.read(entry.headerOffset() + BYTES, nameBytes));
    if (!name.equals(entry.name())) {
      throw lies(entry, "its own header names it '%s'".formatted(EntryNames.shown(name)));
    }
    if (ZipBytes.u16(head, 8) != entry.method()
        || entry.readsOtherwise(ZipBytes.u16(head, 6))
        || (!entry.sizesFollow()
            && (ZipBytes.u32(head, 14) != entry.crc()
                || differs(head.getInt(18), entry.compressedBytes())
                || differs(head.getInt(22), entry.uncompressedBytes())))) {
      throw lies(entry, "its own header and the central directory declare different content");
    }
    return new LocalHeader(entry.headerOffset() + BYTES + nameBytes + ZipBytes.u16(head, 28));
  }

  private static boolean differs(int own, long central) {
    long size = Integer.toUnsignedLong(own);
    return size != central && size != IN_EXTRA_FIELD;
  }

  private static HostileBundleException lies(BundleEntry entry, String what) {
    return new HostileBundleException(BundleRule.LYING_HEADER, entry.name(), what);
  }
}
