package io.flexibleupgrades.worker.daemon;

import java.lang.classfile.ClassFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names what the compiler of a consuming module can see of classes. Two sets of classes with one
 * digest are the same to it: they differ in method bodies, private methods, debug information, or
 * local and anonymous classes at most.
 */
public final class ApiDigest {
  private static final String VERSION = "flexup-api-1\n";

  private ApiDigest() {}

  /**
   * Returns the digest of these classes.
   *
   * @param entries of a jar by name; what is no class on the class path does not count
   * @return SHA-256, 64 hexadecimal digits
   */
  public static String of(Map<String, byte[]> entries) {
    var sha = sha256();
    sha.update(VERSION.getBytes(StandardCharsets.UTF_8));
    new TreeMap<>(entries)
        .forEach((name, bytes) -> {
          if (JarIndex.isClass(name)) {
            add(sha, name, bytes);
          }
        });
    return HexFormat.of().formatHex(sha.digest());
  }

  private static void add(MessageDigest sha, String name, byte[] bytes) {
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
