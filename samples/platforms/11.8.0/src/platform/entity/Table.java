package platform.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A table of the environment's database, kept in memory and in the order of insertion.
 *
 * @param <E> the type of its rows
 */
public final class Table<E extends Entity> {
  private final String name;
  private final Map<String, E> rows = new LinkedHashMap<>();

  private Table(String name) {
    this.name = Objects.requireNonNull(name);
  }

  /** Creates an empty table. */
  public static <E extends Entity> Table<E> named(String name) {
    return new Table<>(name);
  }

  /** The table's name, as errors show it. */
  public String name() {
    return name;
  }

  /** Creates the row, or replaces the one with the same identifier; returns the stored row. */
  public E save(E row) {
    rows.put(row.id(), row);
    return row;
  }

  /** The row with this identifier, or empty. */
  public Optional<E> find(String id) {
    return Optional.ofNullable(rows.get(id));
  }

  /**
   * The row with this identifier.
   *
   * @throws RowNotFoundException when there is none
   */
  public E get(String id) {
    return find(id).orElseThrow(() -> new RowNotFoundException(name, id));
  }

  /** Deletes the row and tells whether it existed. */
  public boolean delete(String id) {
    return rows.remove(id) != null;
  }

  /** The number of rows. */
  public int count() {
    return rows.size();
  }

  /** Starts a query over the rows as they are now. */
  public Query<E> query() {
    return new Query<>(new ArrayList<>(rows.values()));
  }
}
