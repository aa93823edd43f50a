package platform.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * An immutable query: each step returns a new one.
 *
 * @param <E> the type of the rows
 */
public final class Query<E> {
  private final List<E> rows;

  Query(List<E> rows) {
    this.rows = List.copyOf(rows);
  }

  /** Keeps the rows that match. */
  public Query<E> where(Predicate<? super E> condition) {
    return new Query<>(rows.stream().filter(condition).toList());
  }

  /**
   * Keeps the rows that match an expression such as {@code "zone = 2"} or {@code "service =
   * EXPRESS"}: a field of the row, one of {@code = <> < <= > >=}, and a value.
   *
   * @deprecated the expression is not checked by the compiler; use {@link #where(Predicate)}
   */
  @Deprecated(since = "11.6.0", forRemoval = true)
  public Query<E> filterBy(String expression) {
    return where(FilterExpression.parse(expression)::matches);
  }

  /** Orders by a key, smallest first; rows with equal keys keep their order. */
  public <K extends Comparable<? super K>> Query<E> orderBy(Function<? super E, ? extends K> key) {
    Comparator<E> byKey = (left, right) -> key.apply(left).compareTo(key.apply(right));
    return new Query<>(rows.stream().sorted(byKey).toList());
  }

  /** Keeps the first rows, at most {@code count}. */
  public Query<E> limit(int count) {
    return new Query<>(rows.stream().limit(count).toList());
  }

  /** The rows, unmodifiable. */
  public List<E> list() {
    return rows;
  }

  /** The first row, or empty. */
  public Optional<E> first() {
    return rows.stream().findFirst();
  }

  /** The number of rows. */
  public int count() {
    return rows.size();
  }

  /** The sum of a number over all rows. */
  public long sum(ToLongFunction<? super E> number) {
    return rows.stream().mapToLong(number).sum();
  }
}
