package io.flexibleupgrades.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A random password that is made once and kept in a file that only its owner can read. */
final class SecretFile {

  private static final int SECRET_BYTES = 24;

  private SecretFile() {}

  /** Returns the password in the file, which is made when there is none. */
  static String readOrCreate(Path file) throws IOException {
    if (!Files.exists(file)) {
      var bytes = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(bytes);
      var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      var next = file.resolveSibling(file.getFileName() + ".next");
      Files.deleteIfExists(next);
      Files.createFile(next, mode);
      Files.writeString(next, HexFormat.of().formatHex(bytes));
      Files.move(next, file);
    }
    return Files.readString(file).strip();
  }
}
