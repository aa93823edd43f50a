package platform.log;

/** How serious a log entry is, least serious first. */
public enum LogLevel {
  INFO,
  WARNING,
  ERROR
}
