package io.flexibleupgrades.store.platforms;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.PlatformVersion;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The distribution that a version names.
 *
 * @param digest of its bundle, to be fetched as a blob
 * @param release Java release that modules are compiled for
 * @param options compiler options, in order
 * @param bytes size of the bundle
 * @param pushedAt when the version was first pushed with this digest, in UTC
 */
record PlatformDistribution(
    @Schema(implementation = String.class, examples = "11.9.0") PlatformVersion version,
    @Schema(implementation = String.class, pattern = "[0-9a-f]{64}") Digest digest,
    int release,
    List<String> options,
    long bytes,
    Instant pushedAt) {

  static PlatformDistribution of(StoredPlatform row) {
    return new PlatformDistribution(
        new PlatformVersion(row.version),
        new Digest(row.digest),
        row.release,
        List.copyOf(row.options),
        row.bytes,
        row.pushedAt);
  }

  /** All versions that were pushed, newest version first. */
  record Listing(List<PlatformDistribution> items) {}
}
