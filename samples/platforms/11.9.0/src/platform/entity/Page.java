package platform.entity;

import java.util.List;

/**
 * A part of a query's rows.
 *
 * @param number the page's number, from 1
 * @param pages how many pages there are, at least 1
 * @param <E> the type of the rows
 */
public record Page<E>(List<E> rows, int number, int pages) {

  /** Copies the rows. */
  public Page {
    rows = List.copyOf(rows);
  }

  /** Whether there is a page after this one. */
  public boolean hasNext() {
    return number < pages;
  }
}
