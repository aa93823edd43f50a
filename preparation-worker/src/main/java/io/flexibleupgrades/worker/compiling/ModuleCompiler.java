package io.flexibleupgrades.worker.compiling;

/** Turns the sources of a unit into artifacts. Thread-safe: one call per slot at a time. */
public interface ModuleCompiler extends AutoCloseable {

  /** Returns what it compiles with, such as {@code javac 25.0.1}. */
  String toolchain();

  /**
   * Compiles all members of a unit together. If no member has an error, each member's artifact is
   * in its file afterwards.
   *
   * @throws CompilerFaultException if the compiler gave way; says nothing about the sources
   */
  CompiledUnit compile(UnitToCompile unit) throws CompilerFaultException, InterruptedException;

  /** Returns how often a compiler that gave way was replaced. */
  long replacements();

  @Override
  void close();
}
