package io.flexibleupgrades.events;

/**
 * One running preparation worker; a worker that is started again has another name.
 *
 * @param value 1 to 500 characters without control characters, {@code /} and {@code \}
 */
public record WorkerName(String value) {
  public WorkerName {
    Names.check("A worker's name", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
