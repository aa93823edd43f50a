package com.kestrelparcel.coretheme;

import java.util.List;
import platform.screen.Block;
import platform.text.TextFormat;

/** A labelled bar of a chart, with one mark for every five percent. */
public record Bar(String label, int percent) implements Block {

  @Override
  public List<String> lines() {
    String marks = "#".repeat(Math.clamp(percent, 0, 100) / 5);
    return List.of(
        TextFormat.padRight(label, 14) + TextFormat.padRight(marks, 20) + " " + percent + "%");
  }
}
