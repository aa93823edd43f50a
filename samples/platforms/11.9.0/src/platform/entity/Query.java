package platform.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** One page of the rows, counted from 1. */
  public Page<E> page(int number, int size) {
    List<E> part = rows.stream().skip((long) (number - 1) * size).limit(size).toList();
    return new Page<>(part, number, Math.max(1, (rows.size() + size - 1) / size));
  }

  /** The rows by a key; keys and rows keep the order of the query. */
  public <K> Map<K, List<E>> groupBy(Function<? super E, ? extends K> key) {
    Map<K, List<E>> groups = new LinkedHashMap<>();
    rows.forEach(row -> groups.computeIfAbsent(key.apply(row), k -> new ArrayList<>()).add(row));
    return groups;
  }

  /** The sum of a number over all rows. */
  public long sum(ToLongFunction<? super E> number) {
    return rows.stream().mapToLong(number).sum();
  }
}
