package io.flexibleupgrades.store.database;

import java.sql.SQLException;
import java.util.Set;

/** Tells a database that is away from a fault in what was asked of it. */
public final class DatabaseOutage {
  public static final String DETAIL =
      "The store's database does not answer. Actions and platforms wait for it, blobs do not; try"
          + " again later, and see /q/health/ready for what is missing.";

  /**
   * SQLSTATE classes: 08 connection, 28 authorization, 3D no such database, 53 resources, 57
   * operator intervention.
   */
  private static final Set<String> CLASSES = Set.of("08", "28", "3D", "53", "57");

  private DatabaseOutage() {}

  /** Returns whether this fault comes from a database that cannot be reached or does not serve. */
  public static boolean isBehind(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && saysSo(sql)) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysSo(SQLException fault) {
    var state = fault.getSQLState();
    // The pool's own "no connection in time" carries no state.
    return state == null || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
  }
}
