package io.flexibleupgrades.worker.daemon;

import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** A Java source of one member, in memory. */
final class SourceFile extends SimpleJavaFileObject {
  private final int member;
  private final String path;
  private final String text;

  /**
   * Takes a source's text.
   *
   * @param member position of its module in the order
   * @param path below the member's {@code src}
   */
  SourceFile(int member, String path, String text) {
    super(InMemory.address("source", member + "/" + path), Kind.SOURCE);
    this.member = member;
    this.path = path;
    this.text = text;
  }

  int member() {
    return member;
  }

  String path() {
    return path;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }

  /** Returns the line with this 1-based number, null if there is none. */
  @Nullable String line(long number) {
    if (number < 1) {
      return null;
    }
    return text.lines().skip(number - 1).findFirst().orElse(null);
  }
}
