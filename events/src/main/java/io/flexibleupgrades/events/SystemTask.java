package io.flexibleupgrades.events;

/** What is published between the platform upgrade and the preparation, on premises, in order. */
public enum SystemTask {
  SERVICE_CENTER("service-center", "Publishing the latest version of Service Center"),
  SYSTEM_COMPONENTS("system-components", "Publishing the latest version of System Components");

  private final String wireName;
  private final String title;

  SystemTask(String wireName, String title) {
    this.wireName = wireName;
    this.title = title;
  }

  /** Returns the task as operators read it. */
  public String title() {
    return title;
  }

  @Override
  public String toString() {
    return wireName;
  }
}
