package com.kestrelparcel.coretheme;

import com.kestrelparcel.coretext.Words;
import java.util.List;
import platform.screen.Block;
import platform.screen.Screen;

/** A screen in the company's look: the brand in the title and a foot line. */
public final class Page {
  private static final int WIDTH = 78;

  private final Screen screen;

  private Page(Screen screen) {
    this.screen = screen;
  }

  /** An empty page of an application. */
  public static Page of(String application, String title) {
    return new Page(
        Screen.titled("Kestrel Parcel | " + application + " | " + Words.squeeze(title)));
  }

  /** Adds a block. */
  public Page with(Block block) {
    screen.add(block);
    return this;
  }

  /** Adds a line, shortened to the page's width. */
  public Page line(String text) {
    screen.text(Words.shortened(Words.squeeze(text), WIDTH));
    return this;
  }

  /** The page as text. */
  public String show() {
    List<String> lines = screen.lines();
    int longest = lines.stream().mapToInt(String::length).max().orElse(0);
    return String.join("\n", lines) + "\n" + "-".repeat(Math.min(longest, WIDTH));
  }
}
