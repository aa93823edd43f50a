package io.flexibleupgrades.benchmarks.factory;

import java.util.List;

/** Members of a generated class; {@code @R} stands for a number that differs between classes. */
final class Passages {
  private static final String LEDGER =
      """
        record Entry(String account, long cents, int day) implements Comparable<Entry> {
          Entry {
            if (account.isBlank()) {
              throw new IllegalArgumentException("An entry needs an account.");
            }
          }

          @Override
          public int compareTo(Entry other) {
            return Comparator.comparing(Entry::day)
                .thenComparing(Entry::account)
                .thenComparingLong(Entry::cents)
                .compare(this, other);
          }
        }

        static Map<String, Long> balances(List<Entry> entries) {
          return entries.stream()
              .filter(entry -> entry.cents() % @R != 0)
              .collect(
                  Collectors.groupingBy(
                      Entry::account, TreeMap::new, Collectors.summingLong(Entry::cents)));
        }
      """;

  private static final String SHAPES =
      """
        sealed interface Shape permits Circle, Box, Group {}

        record Circle(double radius) implements Shape {}

        record Box(double width, double height) implements Shape {}

        record Group(List<Shape> members) implements Shape {}

        static double area(Shape shape) {
          return switch (shape) {
            case Circle(double radius) when radius > @R -> Math.PI * radius * radius;
            case Circle circle -> circle.radius() * 3;
            case Box(double width, double height) -> width * height;
            case Group group -> group.members().stream().mapToDouble(s -> area(s)).sum();
          };
        }
      """;

  private static final String INDEX =
      """
        static final class Index<K extends Comparable<? super K>, V> {
          private final Map<K, List<V>> byKey = new HashMap<>();

          void add(V value, Function<? super V, ? extends K> key) {
            byKey.computeIfAbsent(key.apply(value), k -> new ArrayList<>()).add(value);
          }

          Optional<V> first(K key) {
            return Optional.ofNullable(byKey.get(key)).flatMap(found -> found.stream().findFirst());
          }

          <R> Map<K, R> reduced(Function<? super List<V>, ? extends R> reduction) {
            Map<K, R> reduced = new TreeMap<>();
            byKey.forEach((key, values) -> reduced.put(key, reduction.apply(values)));
            return reduced;
          }
        }
      """;

  private static final String WORDS =
      """
        static String initials(String text) {
          var initials = new StringBuilder();
          boolean inside = false;
          for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isLetter(letter) && !inside) {
              initials.append(Character.toUpperCase(letter));
              inside = true;
            } else if (letter == ' ' || letter == '-') {
              inside = false;
            }
          }
          return initials.length() > @R ? initials.substring(0, @R) : initials.toString();
        }

        static long value(int depth) {
          var index = new Index<String, Entry>();
          IntStream.range(0, @R)
              .mapToObj(i -> new Entry("account " + i % 7, i * 100L + depth, i))
              .forEach(entry -> index.add(entry, Entry::account));
          var sums = index.reduced(list -> balances(list).values().stream().mapToLong(x -> x).sum());
          var shapes = new Group(List.of(new Circle(depth), new Box(depth, @R), new Circle(@R)));
          return sums.values().stream().mapToLong(Long::longValue).sum()
              + Math.round(area(shapes))
              + initials("of class @R").length();
        }
      """;

  /** All of them, which make up one class. */
  static final List<String> ALL = List.of(LEDGER, SHAPES, INDEX, WORDS);

  /** Lines of a class with all of them. */
  static final int LINES_OF_A_CLASS =
      20 + ALL.stream().mapToInt(passage -> (int) passage.lines().count()).sum();

  private Passages() {}
}
