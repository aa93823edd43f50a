package io.flexibleupgrades.benchmarks.report;

/** What the product is to reach, in the order of the report's table. */
public enum Target {
  FRESH_TO_MAVEN("whole system, fresh worker ÷ Maven -T2, wall", "≤ 0.60", "compare"),
  WARM_TO_MAVEN("whole system, warm worker ÷ Maven -T2, wall", "≤ 0.30", "compare"),
  FRESH_TO_BARE("whole system ÷ bare compiler, both fresh", "≤ 1.15", "compare"),
  WARM_TO_BARE("whole system ÷ bare compiler, both warm", "≤ 1.15", "compare"),
  CACHED_TO_FIRST("second preparation, everything known ÷ first", "≤ 0.05", "compare"),
  INSTANT_RATE("instant compiler, 100,000 modules, all services here", "≥ 3,000/s", "events"),
  INSTANT_GROWTH("cost per module at 100,000 ÷ at 10,000", "≤ 1.2", "events"),
  ORCHESTRATOR_HEAP("orchestrator heap at 100,000 modules", "≤ 512 MB", "events"),
  STATUS_READ("status read at 500/s, p99, without and with failures", "≤ 10 ms", "pages"),
  FIRST_BYTE("any page's first byte, 20 readers, p99", "≤ 100 ms", "pages"),
  TABLE_SHOWN("modules' table shown by a browser, at the longest", "≤ 1 s", "pages"),
  STREAMS("Service Center's heap with 1,000 open streams", "≤ 512 MB", "pages"),
  REQUEST_TO_START(
      "request ready → worker starts, idle worker", "p50 ≤ 20, p99 ≤ 100 ms", "profile"),
  SCALING("worker, 1 → 2 slots on 2 cores", "≥ 1.7 ×", "profile"),
  PLAN("plan of 100,000 modules and 500,000 edges", "≤ 1 s", "micro");

  private final String title;
  private final String wanted;
  private final String command;

  Target(String title, String wanted, String command) {
    this.title = title;
    this.wanted = wanted;
    this.command = command;
  }

  /** Returns the row of the report's table with this figure, or the reason why there is none. */
  String row(String figure) {
    return "| %s | %s | %s |".formatted(title, wanted, figure);
  }

  /** Returns why there is no figure when nothing said so. */
  String missing() {
    return command.isEmpty()
        ? "not measured yet: there is no benchmark for it"
        : "not measured yet: `benchmarks/%s` was not run".formatted(command);
  }
}
