package io.flexibleupgrades.store.bundles;

/** Limits for tests: small, so that a bundle that breaks one is small too. */
public record Limits(
    long maxBytes,
    int maxEntries,
    long maxDirectoryBytes,
    long maxUncompressedBytes,
    long maxEntryBytes,
    int maxRatio,
    long ratioFloorBytes,
    int maxNameLength,
    int concurrentChecks)
    implements BundleLimits {
  public static Limits small() {
    return new Limits(1 << 20, 100, 1 << 14, 400_000, 300_000, 100, 50_000, 1000, 2);
  }
}
