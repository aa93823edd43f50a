package platform.log;

/** One line of a module's log. */
public record LogEntry(String module, LogLevel level, String message) {

  @Override
  public String toString() {
    return "[" + level + "] " + module + ": " + message;
  }
}
