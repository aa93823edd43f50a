package io.flexibleupgrades.cli.command;

import java.util.List;
import java.util.function.Function;

/** A command's arguments of which there are any number. */
public final class Arguments {
  private Arguments() {}

  /** Returns the values written in these texts, or refuses the first that is none. */
  public static <T> List<T> parse(List<String> texts, Function<String, T> parser) {
    try {
      return texts.stream().map(parser).toList();
    } catch (IllegalArgumentException e) {
      throw new WrongUsageException(String.valueOf(e.getMessage()));
    }
  }
}
