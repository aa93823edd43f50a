package platform.log;

import java.util.ArrayList;
import java.util.List;

/** The log of one module, kept in memory. */
public final class Log {
  private final String module;
  private final List<LogEntry> entries = new ArrayList<>();

  private Log(String module) {
    this.module = module;
  }

  /** Opens an empty log for a module. */
  public static Log of(String module) {
    return new Log(module);
  }

  /**
   * Writes a message without a level, which counts as information.
   *
   * @deprecated say how serious it is: {@link #info}, {@link #warn} or {@link #error}
   */
  @Deprecated(since = "11.9.0")
  public void write(String message) {
    add(LogLevel.INFO, message);
  }

  /** Writes what happened, for the record. */
  public void info(String message) {
    add(LogLevel.INFO, message);
  }

  /** Writes what somebody should look at. */
  public void warn(String message) {
    add(LogLevel.WARNING, message);
  }

  /** Writes what went wrong. */
  public void error(String message) {
    add(LogLevel.ERROR, message);
  }

  /** All entries, oldest first. */
  public List<LogEntry> entries() {
    return List.copyOf(entries);
  }

  /** The number of entries that are at least this serious. */
  public int count(LogLevel atLeast) {
    return (int) entries.stream().filter(e -> e.level().compareTo(atLeast) >= 0).count();
  }

  private void add(LogLevel level, String message) {
    entries.add(new LogEntry(module, level, message));
  }
}
