package io.flexibleupgrades.worker.daemon;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import javax.tools.SimpleJavaFileObject;

/** A class that the compiler writes, in memory. */
final class OutputFile extends SimpleJavaFileObject {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);

  OutputFile(String className) {
    super(InMemory.address("output", className.replace('.', '/') + ".class"), Kind.CLASS);
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  @Override
  public OutputStream openOutputStream() {
    bytes.reset();
    return bytes;
  }
}
