package platform.entity;

/** Says which row is missing from which table. */
public final class RowNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the table and the identifier that was looked up. */
  public RowNotFoundException(String table, String id) {
    super("Table " + table + " has no row with the identifier '" + id + "'.");
  }
}
