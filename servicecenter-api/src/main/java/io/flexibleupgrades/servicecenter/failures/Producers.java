package io.flexibleupgrades.servicecenter.failures;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Failed producers by their numbers, at least one unless all of them are repaired. */
final class Producers implements Comparable<Producers> {
  private final int[] numbers;

  private Producers(int[] numbers) {
    this.numbers = numbers;
  }

  static Producers of(IntStream numbers) {
    return new Producers(numbers.sorted().distinct().toArray());
  }

  int size() {
    return numbers.length;
  }

  /** Returns the number at that place, of ascending numbers. */
  int get(int place) {
    return numbers[place];
  }

  IntStream stream() {
    return Arrays.stream(numbers);
  }

  /** Returns whether all of them are among the others. */
  boolean areIn(BitSet others) {
    for (int number : numbers) {
      if (!others.get(number)) {
        return false;
      }
    }
    return true;
  }

  Producers without(BitSet others) {
    int[] left = new int[numbers.length];
    int size = 0;
    for (int number : numbers) {
      if (!others.get(number)) {
        left[size++] = number;
      }
    }
    return size == numbers.length ? this : new Producers(Arrays.copyOf(left, size));
  }

  /** Returns the sum of the values that these producers have. */
  long sum(long[] values) {
    long sum = 0;
    for (int number : numbers) {
      sum += values[number];
    }
    return sum;
  }

  BitSet bits() {
    var bits = new BitSet();
    for (int number : numbers) {
      bits.set(number);
    }
    return bits;
  }

  @Override
  public int compareTo(Producers other) {
    return Arrays.compare(numbers, other.numbers);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Producers producers && Arrays.equals(numbers, producers.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }
}
