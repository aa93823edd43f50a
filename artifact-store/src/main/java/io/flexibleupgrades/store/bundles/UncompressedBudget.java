package io.flexibleupgrades.store.bundles;

/**
 * What may still be inflated of one upload, the zips inside it included. Counts bytes that were
 * really inflated, whatever the headers declare.
 */
public final class UncompressedBudget {
  private final BundleLimits limits;
  private final long uploadBytes;
  private long spent;

  /**
   * Returns a full budget.
   *
   * @param uploadBytes size of the upload, for its compression ratio
   */
  public UncompressedBudget(BundleLimits limits, long uploadBytes) {
    this.limits = limits;
    this.uploadBytes = uploadBytes;
  }

  void spend(BundleEntry entry, long bytes) {
    spent += bytes;
    if (spent > limits.maxUncompressedBytes()) {
      throw new HostileBundleException(
          BundleRule.UNCOMPRESSED_SIZE,
          entry.name(),
          "with it the bundle is larger than %,d bytes uncompressed"
              .formatted(limits.maxUncompressedBytes()));
    }
    if (spent > limits.ratioFloorBytes() && spent / limits.maxRatio() > uploadBytes) {
      throw new HostileBundleException(
          BundleRule.COMPRESSION_RATIO,
          entry.name(),
          "with it the bundle is compressed more strongly than %d:1".formatted(limits.maxRatio()));
    }
  }
}
