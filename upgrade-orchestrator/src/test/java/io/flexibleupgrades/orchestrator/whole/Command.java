package io.flexibleupgrades.orchestrator.whole;

import java.util.List;

/**
 * A command that changes something, once.
 *
 * @param id its Idempotency-Key, and what its events name: who asked for them, or what they made
 * @param facts wire names of the events that it leaves, one of each
 */
record Command(String id, String method, String path, String body, List<String> facts) {

  static Command create(String environment) {
    return new Command(
        environment,
        "PUT",
        "environments/" + environment,
        """
        {"kind":"cloud","edition":"enterprise","platform":"11.8.0","lock":"environment"}
        """,
        List.of("environment-created.v1"));
  }

  /** Imports a module that is named like the command. */
  static Command register(String id, String environment) {
    return new Command(
        id,
        "POST",
        "environments/" + environment + "/modules",
        """
        {"running":true,"complete":false,"modules":[{"name":"%s","kind":"library","producers":[],
        "source":"%064x","sourceBytes":9}]}
        """
            .formatted(id, id.hashCode() & 0xffffffffL),
        List.of("module-registered.v1", "module-adopted.v1"));
  }

  static Command configure(String id, String environment, String module) {
    return new Command(
        id,
        "PUT",
        "environments/%s/modules/%s/configuration".formatted(environment, module),
        "{\"requestedBy\":\"%s\",\"settings\":{\"key\":\"%s\"}}".formatted(id, id),
        List.of("module-configured.v1"));
  }

  static Command publish(String id, String environment, String module) {
    return new Command(
        id,
        "POST",
        "environments/" + environment + "/publishes",
        "{\"requestedBy\":\"%s\",\"modules\":[\"%s\"]}".formatted(id, module),
        List.of("publish-started.v1"));
  }

  static Command start(String id, String environment) {
    return new Command(
        id,
        "POST",
        "environments/" + environment + "/upgrades",
        "{\"requestedBy\":\"%s\",\"to\":\"11.9.0\"}".formatted(id),
        List.of("upgrade-started.v1"));
  }

  /** Pauses, resumes, cancels or prepares again. */
  static Command steer(String id, String upgrade, String operation, String... facts) {
    return new Command(
        id,
        "POST",
        "upgrades/" + upgrade + "/" + operation,
        "{\"requestedBy\":\"%s\",\"reason\":\"test\"}".formatted(id),
        List.of(facts));
  }
}
