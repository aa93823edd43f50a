package io.flexibleupgrades.store.platforms;

import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.store.bundles.BundleCheck;
import io.flexibleupgrades.store.bundles.BundleLimits;
import io.flexibleupgrades.store.bundles.HostileBundleException;
import io.flexibleupgrades.store.bundles.MalformedBundleException;
import io.flexibleupgrades.store.bundles.UncompressedBudget;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads an uploaded distribution: safe like any bundle, with a descriptor and jars inside. */
@ApplicationScoped
class PlatformBundle {
  private static final String DESCRIPTOR = "platform.yaml";

  private final BundleCheck check;
  private final BundleLimits limits;

  PlatformBundle(BundleCheck check, BundleLimits limits) {
    this.check = check;
    this.limits = limits;
  }

  /** Returns the descriptor of a distribution that may be kept. */
  PlatformDescriptor read(Path file, PlatformVersion version) throws IOException {
    var budget = new UncompressedBudget(limits, Files.size(file));
    check.check(file, budget);
    try (var zip = new ZipFile(file.toFile())) {
      var descriptor = descriptor(zip, version);
      var jars = zip.stream().filter(PlatformBundle::isLibrary).toList();
      if (jars.isEmpty()) {
        throw new MalformedPlatformException("The bundle has no lib/*.jar");
      }
      for (var jar : jars) {
        checkLibrary(zip, jar, file.resolveSibling(file.getFileName() + ".jar"), budget);
      }
      return descriptor;
    } catch (ZipException e) {
      throw new MalformedPlatformException("The bundle cannot be read as a zip: " + e.getMessage());
    }
  }

  private static PlatformDescriptor descriptor(ZipFile zip, PlatformVersion version)
      throws IOException {
    var entry = zip.getEntry(DESCRIPTOR);
    if (entry == null) {
      throw new MalformedPlatformException("The bundle has no platform.yaml at its root");
    }
    if (entry.getSize() > PlatformDescriptor.MAX_BYTES) {
      throw new MalformedPlatformException(
          "platform.yaml has more than %,d bytes".formatted(PlatformDescriptor.MAX_BYTES));
    }
    try (var content = zip.getInputStream(entry)) {
      var yaml = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      return PlatformDescriptor.parse(yaml, version);
    }
  }

  private void checkLibrary(ZipFile zip, ZipEntry jar, Path scratch, UncompressedBudget budget)
      throws IOException {
    try {
      try (var content = zip.getInputStream(jar)) {
        Files.copy(content, scratch);
      }
      check.check(scratch, budget);
    } catch (HostileBundleException | MalformedBundleException e) {
      throw new MalformedPlatformException(
          "%s cannot be kept. %s"
              .formatted(PlatformDescriptor.shown(jar.getName()), e.getMessage()));
    } finally {
      Files.deleteIfExists(scratch);
    }
  }

  private static boolean isLibrary(ZipEntry entry) {
    var name = entry.getName();
    return name.startsWith("lib/") && name.endsWith(".jar") && name.indexOf('/', 4) < 0;
  }
}
