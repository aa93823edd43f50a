package io.flexibleupgrades.store.bundles;

/** The rules for what an entry says it is: an ordinary file or a folder, readable by everybody. */
final class EntryAttributes {
  private static final int TYPE = 0170000;
  private static final int FOLDER = 0040000;
  private static final int FILE = 0100000;
  private static final int SET_ID_OR_STICKY = 0007000;

  private EntryAttributes() {}

  static void check(BundleEntry entry) {
    if (entry.isEncrypted()) {
      throw new HostileBundleException(BundleRule.ENCRYPTED, entry.name(), "it is encrypted");
    }
    int mode = (int) (entry.externalAttributes() >>> 16);
    int type = mode & TYPE;
    boolean ordinary = type == 0 || type == (entry.isFolder() ? FOLDER : FILE);
    if (!ordinary || (mode & SET_ID_OR_STICKY) != 0) {
      throw new HostileBundleException(
          BundleRule.SPECIAL_FILE,
          entry.name(),
          "its unix mode %06o is not that of an ordinary file or folder".formatted(mode));
    }
    if (entry.isFolder() && entry.uncompressedBytes() > 0) {
      throw new HostileBundleException(
          BundleRule.FOLDER_WITH_CONTENT, entry.name(), "it is a folder and has content");
    }
  }
}
