package io.flexibleupgrades.cli.http;

/** A service that the command talks to, as it is called in messages. */
public enum Service {
  SERVICE_CENTER("Service Center"),
  ORCHESTRATOR("orchestrator"),
  STORE("artifact store");

  private final String title;

  Service(String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return title;
  }
}
