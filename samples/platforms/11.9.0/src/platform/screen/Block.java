package platform.screen;

import java.util.List;

/** A part of a screen. */
public interface Block {

  /** The block's lines of text. */
  List<String> lines();
}
