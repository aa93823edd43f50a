package io.flexibleupgrades.cli.factory;

/**
 * Why a module cannot be prepared.
 *
 * @param module the module's name, or that of its folder
 * @param where the file below the factory, with its line if known
 * @param what a sentence about what is wrong
 * @param remedy a sentence about what to do
 */
public record Defect(String module, String where, String what, String remedy) {

  /** Returns everything in one line. */
  public String text() {
    return "%s: %s %s".formatted(where, what, remedy).strip();
  }
}
