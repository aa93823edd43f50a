package io.flexibleupgrades.events;

/** How grave a compiler's message is. */
public enum DiagnosticKind {
  ERROR("error"),
  WARNING("warning"),
  NOTE("note");

  private final String wireName;

  DiagnosticKind(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String toString() {
    return wireName;
  }
}
