package io.flexibleupgrades.cli.terminal;

/** A bar that fills from left to right, with what it stands for beside it. */
public final class ProgressBar {
  private static final int LONGEST = 40;
  private static final int SHORTEST = 10;

  private ProgressBar() {}

  /**
   * Returns the bar.
   *
   * @param percentage 0 to 100
   * @param caption stands to the right of the number
   * @param columns how long the whole line may be
   */
  public static Line render(int percentage, String caption, int columns) {
    int room = columns - SafeText.width(caption) - " 100%  ".length();
    int length = Math.clamp(room, SHORTEST, LONGEST);
    int filled = length * Math.clamp(percentage, 0, 100) / 100;
    return Line.of(Colour.GREEN, "█".repeat(filled))
        .plus(Colour.DIM, "░".repeat(length - filled))
        .plus(Colour.BOLD, " %3d%%".formatted(percentage))
        .plus("  " + caption);
  }
}
