package io.flexibleupgrades.systemtests.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A started upgrade of an environment. */
public record Upgrade(RunningSystem system, String environment, String id) {

  /** Starts the upgrade of an environment to a version. */
  public static Upgrade start(RunningSystem system, String environment, String version) {
    var body = Map.of("to", version, "requestedBy", "system tests");
    var answer =
        system.orchestrator().post("environments/" + environment + "/upgrades", body).succeeded();
    return new Upgrade(system, environment, answer.text("upgradeId"));
  }

  public Watch watch() {
    return new Watch(system, this);
  }

  /** Lets what is being compiled end and asks for no more until it is resumed. */
  public void pause() {
    steer("pause");
  }

  /** Goes on after a pause. */
  public void resume() {
    steer("resume");
  }

  private void steer(String action) {
    var body = Map.of("requestedBy", "system tests", "reason", "A test steers.");
    system.orchestrator().post("upgrades/" + id + "/" + action, body).succeeded();
  }

  /** Returns how the Service Center shows it. */
  public JsonNode status() {
    return system.serviceCenter().get("environments/" + environment + "/status").succeeded().json();
  }

  /** Returns its modules with all that the Service Center says of them. */
  public List<JsonNode> modules() {
    return system.serviceCenter().items("upgrades/" + id + "/modules?limit=500");
  }

  /** Returns its failed modules with what the compiler said. */
  public List<JsonNode> errors() {
    return system.serviceCenter().items("upgrades/" + id + "/errors?limit=500");
  }

  /** Returns what became of its modules. */
  public Outcome outcome() {
    return Outcome.of(modules());
  }

  /** Returns its events and those of its environment, in their order. */
  public Journal journal() {
    return Journal.read(system, environment);
  }

  @Override
  public String toString() {
    return "upgrade %s of %s".formatted(id, environment);
  }
}
