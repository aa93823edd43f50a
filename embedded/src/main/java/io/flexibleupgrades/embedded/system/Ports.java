package io.flexibleupgrades.embedded.system;

/** The ports of the product's parts on 127.0.0.1: the usual ones, others when those are taken. */
record Ports(int serviceCenter, int orchestrator, int store, int kafka, int postgres) {

  private static final int FIRST = 7800;

  /** Ports that replace taken ones, and the workers', come from here on. */
  static final int FIRST_OTHER = 7805;

  static Ports choose(PortChoice choice) {
    return new Ports(
        wanted(choice, FIRST),
        wanted(choice, FIRST + 1),
        wanted(choice, FIRST + 2),
        wanted(choice, FIRST + 3),
        wanted(choice, FIRST + 4));
  }

  private static int wanted(PortChoice choice, int port) {
    return choice.take(port) ? port : choice.from(FIRST_OTHER);
  }
}
