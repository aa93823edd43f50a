package io.flexibleupgrades.store.bundles;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/** Decides whether a zip is safe to keep, by reading all of it once. */
@ApplicationScoped
public class BundleCheck {
  private final BundleLimits limits;
  private final Semaphore running;

  public BundleCheck(BundleLimits limits) {
    this.limits = limits;
    this.running = new Semaphore(limits.concurrentChecks(), true);
  }

  /**
   * Returns if the zip breaks no rule.
   *
   * @throws HostileBundleException naming the entry and the rule
   * @throws MalformedBundleException if it is no whole zip
   */
  public void check(Path file) throws IOException {
    check(file, new UncompressedBudget(limits, file.toFile().length()));
  }

  /** Checks a zip whose content counts towards the budget of the upload that it came with. */
  public void check(Path file, UncompressedBudget budget) throws IOException {
    running.acquireUninterruptibly();
    try (var channel = FileChannel.open(file)) {
      check(new ZipBytes(channel), budget);
    } finally {
      running.release();
    }
  }

  private void check(ZipBytes zip, UncompressedBudget budget) throws IOException {
    var directory = CentralDirectory.of(zip, limits);
    var names = new EntryNames(limits.maxNameLength());
    var regions = new EntryRegions();
    try (var content = new EntryContent(zip, limits, budget)) {
      for (var entry = directory.next(); entry != null; entry = directory.next()) {
        names.add(entry.name());
        EntryAttributes.check(entry);
        var header = LocalHeader.of(zip, entry);
        long end = header.contentStart() + entry.compressedBytes();
        if (end > directory.start()) {
          throw new HostileBundleException(
              BundleRule.OVERLAPPING_ENTRIES,
              entry.name(),
              "it reaches into the zip's central directory");
        }
        regions.add(entry, entry.headerOffset(), end);
        content.check(entry, header.contentStart());
      }
    }
    names.checkFolders();
  }
}
