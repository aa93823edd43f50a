package io.flexibleupgrades.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Something that compiles a factory. */
public interface Contestant {

  /** Returns what it is called on the command line. */
  String name();

  /** Returns the program and its version, for the report. */
  String version() throws IOException, InterruptedException;

  /** Compiles everything anew, and writes only into an empty folder. */
  List<Run> run(Path folder, int round) throws IOException, InterruptedException;
}
