package io.flexibleupgrades.cli.terminal;

/** How text stands out on a terminal that shows colours. */
public enum Colour {
  PLAIN(""),
  BOLD("\u001b[1m"),
  DIM("\u001b[2m"),
  RED("\u001b[31m"),
  GREEN("\u001b[32m"),
  YELLOW("\u001b[33m");

  private static final String END = "\u001b[0m";

  private final String begin;

  Colour(String begin) {
    this.begin = begin;
  }

  String paint(String text) {
    return this == PLAIN || text.isEmpty() ? text : begin + text + END;
  }

  /** Returns the colour of a module's or an upgrade's state. */
  public static Colour ofState(String state) {
    return switch (state) {
      case "failed", "error" -> RED;
      case "skipped", "cancelled", "ready-with-errors", "paused", "awaiting-confirmation" -> YELLOW;
      case "prepared", "published", "ready" -> GREEN;
      case "excluded", "pending" -> DIM;
      default -> PLAIN;
    };
  }
}
