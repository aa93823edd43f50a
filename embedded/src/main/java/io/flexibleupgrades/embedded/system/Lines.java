package io.flexibleupgrades.embedded.system;

/** How a process reaches another: directly, or over a line that somebody put between the two. */
public interface Lines {

  /** Every process reaches the others directly. */
  Lines DIRECT = (_, _, port) -> port;

  /**
   * Returns the port at which one process reaches another; the same for the same arguments.
   *
   * @param from the name of the process that connects
   * @param to the name of the process that listens
   * @param port where it listens
   */
  int port(String from, String to, int port);
}
