package io.flexibleupgrades.worker.artifacts;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.worker.daemon.ApiDigest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The platform distributions this worker has met, unpacked once per start. Thread-safe. */
public final class PlatformDistributions {
  private static final String DESCRIPTION = "platform.yaml";
  private static final int MOST_DESCRIPTION_BYTES = 64 * 1024;
  private static final long MOST_BYTES = 2L * 1024 * 1024 * 1024;

  private final Path folder;
  private final BlobCache blobs;
  private final Map<Digest, PlatformDistribution> known = new HashMap<>();

  /**
   * Starts with none.
   *
   * @param folder to unpack into, empty
   */
  public PlatformDistributions(Path folder, BlobCache blobs) {
    this.folder = folder;
    this.blobs = blobs;
  }

  /** Returns the distribution with this digest. */
  public synchronized PlatformDistribution get(Digest digest)
      throws StoreFaultException, InterruptedException {
    var platform = known.get(digest);
    if (platform == null) {
      try (var held = blobs.hold(List.of(digest))) {
        platform = read(digest, held.file(digest), folder.resolve(digest.value()));
      }
      known.put(digest, platform);
    }
    return platform;
  }

  /** Returns a distribution that it unpacks into this folder. */
  static PlatformDistribution read(Digest digest, Path bundle, Path target)
      throws StoreFaultException {
    try {
      return unpack(digest, bundle, Files.createDirectories(target));
    } catch (IOException | RuntimeException e) {
      // The readers of zip and YAML throw more than they declare.
      throw new StoreFaultException(
          "Blob %s is no platform distribution: %s.".formatted(digest, e.getMessage()));
    }
  }

  private static PlatformDistribution unpack(Digest digest, Path bundle, Path target)
      throws IOException {
    var jars = new ArrayList<Path>();
    long left = MOST_BYTES;
    try (var zip = new ZipFile(bundle.toFile())) {
      var names =
          zip.stream()
              .filter(entry -> !entry.isDirectory())
              .map(ZipEntry::getName)
              .filter(name -> name.matches("lib/[^/\\\\]+\\.jar"))
              .sorted()
              .toList();
      for (var name : names) {
        var jar = target.resolve(name.substring("lib/".length()));
        try (var in = zip.getInputStream(zip.getEntry(name))) {
          left -= copy(in, jar, left);
        }
        jars.add(jar);
      }
      var entry = zip.getEntry(DESCRIPTION);
      if (entry == null) {
        throw new IOException("it has no " + DESCRIPTION);
      }
      try (var in = zip.getInputStream(entry)) {
        var text = new String(in.readNBytes(MOST_DESCRIPTION_BYTES + 1), StandardCharsets.UTF_8);
        return described(digest, text, jars);
      }
    }
  }

  private static long copy(InputStream in, Path jar, long most) throws IOException {
    try (var out = Files.newOutputStream(jar)) {
      var buffer = new byte[64 * 1024];
      long copied = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        copied += read;
        if (copied > most) {
          throw new IOException("it is larger than 2 GiB when unpacked");
        }
        out.write(buffer, 0, read);
      }
      return copied;
    }
  }

  private static PlatformDistribution described(Digest digest, String text, List<Path> jars)
      throws IOException {
    var limits = new LoaderOptions();
    limits.setCodePointLimit(MOST_DESCRIPTION_BYTES);
    limits.setNestingDepthLimit(5);
    limits.setMaxAliasesForCollections(0);
    Object yaml = new Yaml(new SafeConstructor(limits)).load(text);
    if (!(yaml instanceof Map<?, ?> description)
        || !(description.get("release") instanceof Integer release)) {
      throw new IOException(DESCRIPTION + " names no Java release ('release: 21')");
    }
    var options = new ArrayList<String>();
    if (description.get("options") instanceof List<?> listed) {
      for (var option : listed) {
        if (!(option instanceof String named)) {
          throw new IOException(DESCRIPTION + " has an option that is no text");
        }
        options.add(named);
      }
    }
    return new PlatformDistribution(digest, release, options, jars, surface(jars));
  }

  private static String surface(List<Path> jars) throws IOException {
    var apis = new ArrayList<String>();
    for (var jar : jars) {
      apis.add(ApiDigest.of(jar));
    }
    return Surface.of(apis);
  }
}
