package io.flexibleupgrades.store.bundles;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;

/** How large, and how strongly compressed, an uploaded bundle may be. */
@ConfigMapping(prefix = "flexup.store.bundle")
public interface BundleLimits {
  /** Size of the zip itself, in bytes (256 MiB). A larger upload is stopped while it is read. */
  @WithDefault("268435456")
  @Positive
  long maxBytes();

  /** Number of entries, folders included. The plain zip format holds no more than 65,535. */
  @WithDefault("65535")
  @Min(1)
  @Max(65_535)
  int maxEntries();

  /** Size of the central directory (names and their attributes), in bytes (16 MiB). */
  @WithDefault("16777216")
  @Positive
  long maxDirectoryBytes();

  /** Uncompressed size of all entries together, in bytes (1 GiB). */
  @WithDefault("1073741824")
  @Positive
  long maxUncompressedBytes();

  /** Uncompressed size of one entry, in bytes (512 MiB). */
  @WithDefault("536870912")
  @Positive
  long maxEntryBytes();

  /** Uncompressed bytes for each compressed byte, of one entry and of the bundle. */
  @WithDefault("100")
  @Min(2)
  int maxRatio();

  /** Uncompressed size below which the ratio does not matter, in bytes (1 MiB). */
  @WithDefault("1048576")
  @Positive
  long ratioFloorBytes();

  /** Length of an entry's name, in characters. */
  @WithDefault("1000")
  @Min(1)
  @Max(65_535)
  int maxNameLength();

  /** Number of bundles that are checked at the same time; the others wait. */
  @WithDefault("2")
  @Min(1)
  int concurrentChecks();
}
