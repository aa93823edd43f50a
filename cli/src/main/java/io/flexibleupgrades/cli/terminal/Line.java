package io.flexibleupgrades.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One line of text, in pieces of one colour each. Holds no control characters. */
public final class Line {
  private record Piece(Colour colour, String text) {}

  private final List<Piece> pieces;

  private Line(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  /** Returns a line without colour. */
  public static Line of(String text) {
    return new Line(List.of()).plus(text);
  }

  /** Returns a line in this colour. */
  public static Line of(Colour colour, String text) {
    return new Line(List.of()).plus(colour, text);
  }

  /** Returns the line with text after it. */
  public Line plus(String text) {
    return plus(Colour.PLAIN, text);
  }

  /** Returns the line with coloured text after it. */
  public Line plus(Colour colour, String text) {
    var longer = new ArrayList<>(pieces);
    longer.add(new Piece(colour, SafeText.line(text)));
    return new Line(longer);
  }

  /** Returns the line with another line after it. */
  public Line plus(Line other) {
    var longer = new ArrayList<>(pieces);
    longer.addAll(other.pieces);
    return new Line(longer);
  }

  /** Returns what the terminal is sent. */
  String rendered(boolean colours) {
    return pieces.stream()
        .map(piece -> colours ? piece.colour().paint(piece.text()) : piece.text())
        .collect(Collectors.joining())
        .stripTrailing();
  }

  /** Returns the line's text, cut to this many columns. */
  Line cutTo(int columns) {
    var shorter = new ArrayList<Piece>();
    int left = columns;
    for (var piece : pieces) {
      if (left > 0) {
        var text = SafeText.cut(piece.text(), left);
        shorter.add(new Piece(piece.colour(), text));
        left -= SafeText.width(text);
      }
    }
    return new Line(shorter);
  }
}
