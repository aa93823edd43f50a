package io.flexibleupgrades.events;

/** What a module is in its factory. */
public enum ModuleKind {
  APPLICATION("application"),
  LIBRARY("library"),
  /** Part of the platform's own tools, published by the platform upgrade. */
  SYSTEM("system");

  private final String wireName;

  ModuleKind(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String toString() {
    return wireName;
  }
}
