package io.flexibleupgrades.cli.terminal;

/** How a command writes its data. */
public enum OutputFormat {
  TABLE("table"),
  JSON("json");

  private final String text;

  OutputFormat(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
