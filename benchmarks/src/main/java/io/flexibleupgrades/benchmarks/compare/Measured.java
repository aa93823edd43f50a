package io.flexibleupgrades.benchmarks.compare;

/** What the comparison measures, in the order of its table. */
public enum Measured {
  MAVEN("Maven `-T2 --fail-at-end`, its start included"),
  PROCESSES("one `javac` process per module, 2 at once"),
  ALL_AT_ONCE("one `javac` of all sources at once"),
  BARE_FRESH("bare compiler on 2 threads, fresh JVM"),
  BARE_WARM("bare compiler on 2 threads, fifth round"),
  SYSTEM_FRESH("whole system, fresh worker"),
  SYSTEM_WARM("whole system, fifth upgrade of the same worker"),
  SYSTEM_CACHED("whole system, the same once more, everything known");

  private final String title;

  Measured(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
