package io.flexibleupgrades.systemtests.faults;

import io.flexibleupgrades.embedded.system.Lines;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A line that can be disturbed between any two processes that talk to each other. */
final class FaultLines implements Lines, AutoCloseable {

  /** A way from one process to another, by their names. */
  record Way(String from, String to) {
    @Override
    public String toString() {
      return from + " to " + to;
    }
  }

  private final Map<Way, FaultLine> lines = new ConcurrentHashMap<>();

  @Override
  public int port(String from, String to, int port) {
    return lines.computeIfAbsent(new Way(from, to), _ -> FaultLine.to(port)).port();
  }

  /** Returns all ways that processes take, in alphabetical order. */
  List<Way> ways() {
    return lines.keySet().stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
  }

  FaultLine line(Way way) {
    var line = lines.get(way);
    if (line == null) {
      throw new IllegalArgumentException("There is no line from " + way + ".");
    }
    return line;
  }

  void mendAll() {
    lines.values().forEach(FaultLine::mend);
  }

  @Override
  public void close() throws IOException {
    for (var line : lines.values()) {
      line.close();
    }
  }
}
