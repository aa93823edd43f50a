package io.flexibleupgrades.worker.daemon;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Names what the compiler of a consuming module can see of classes. Two sets of classes with one
 * digest are the same to it: they differ in method bodies, private methods, debug information, or
 * local and anonymous classes at most.
 */
public final class ApiDigest {
  private static final String VERSION = "flexup-api-1\n";

  private final MessageDigest sha = sha256();

  private ApiDigest() {
    sha.update(VERSION.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns the digest of these classes.
   *
   * @param entries of a jar by name; what is no class on the class path does not count
   * @return SHA-256, 64 hexadecimal digits
   */
  public static String of(Map<String, byte[]> entries) {
    var digest = new ApiDigest();
    new TreeMap<>(entries).forEach(digest::add);
    return digest.text();
  }

  /** Returns the digest of the classes of a jar. */
  public static String of(Path jar) throws IOException {
    var digest = new ApiDigest();
    try (var zip = new ZipFile(jar.toFile())) {
      var entries = new TreeMap<String, ZipEntry>();
      zip.stream().forEach(entry -> entries.put(entry.getName(), entry));
      for (var entry : entries.values()) {
        try (var content = zip.getInputStream(entry)) {
          digest.add(entry.getName(), content.readAllBytes());
        }
      }
    }
    return digest.text();
  }

  private void add(String name, byte[] bytes) {
    if (!JarIndex.isClass(name)) {
      return;
    }
    var text = new SurfaceText(name);
    try {
      var model = ClassFile.of().parse(bytes);
      if (SurfaceText.isLocal(model)) {
        return;
      }
      text.write(model);
    } catch (IllegalArgumentException _) {
      // No class file, or one of a later JDK: every byte of it may matter.
      text.write(bytes);
    }
    sha.update(text.bytes());
  }

  private String text() {
    return HexFormat.of().formatHex(sha.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
