package io.flexibleupgrades.store.bundles;

/**
 * One entry as the central directory declares it.
 *
 * @param flags general purpose bits
 * @param method 0 stored, 8 deflated
 * @param externalAttributes unix mode in the upper half
 * @param headerOffset where the entry's own header starts in the zip
 */
record BundleEntry(
    String name,
    int flags,
    int method,
    long crc,
    long compressedBytes,
    long uncompressedBytes,
    long externalAttributes,
    long headerOffset) {
  private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
  private static final int SIZES_FOLLOW = 1 << 3;

  boolean isFolder() {
    return name.endsWith("/");
  }

  boolean isEncrypted() {
    return (flags & ENCRYPTED) != 0;
  }

  /** Returns whether the entry's own header leaves its sizes to a record behind the content. */
  boolean sizesFollow() {
    return (flags & SIZES_FOLLOW) != 0;
  }

  /** Returns whether a reader that goes by these flags would read the content in another way. */
  boolean readsOtherwise(int otherFlags) {
    return ((flags ^ otherFlags) & (ENCRYPTED | SIZES_FOLLOW)) != 0;
  }
}
