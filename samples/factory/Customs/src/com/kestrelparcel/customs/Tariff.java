package com.kestrelparcel.customs;

import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.coretext.Words;
import java.util.List;
import java.util.Optional;
import platform.text.CsvReader;

/** The customs tariffs of the countries that the company delivers to. */
public final class Tariff {
  private static final Money FREE_OF_DUTY = Money.euros(45, 0);
  private static final String TABLE =
      """
      code, country, keyword, duty, prohibited
      6109, CH, shirt, 6, no
      6403, CH, shoe, 8, no
      2204, CH, wine, 20, no
      0602, CH, plant, 0, yes
      6109, NO, shirt, 11, no
      6403, NO, shoe, 5, no
      2204, NO, wine, 0, yes
      9503, NO, toy, 0, no
      6109, GB, shirt, 12, no
      9503, GB, toy, 5, no
      """;

  private final List<TariffLine> lines;

  private Tariff(List<TariffLine> lines) {
    this.lines = lines;
  }

  /** The tariffs as they are in force. */
  public static Tariff inForce() {
    return of(TABLE);
  }

  /** Reads tariffs from a table with a line of titles. */
  public static Tariff of(String table) {
    CsvReader reader = new CsvReader(true);
    return new Tariff(
        reader.read(table).stream()
            .map(v -> new TariffLine(v[0], v[1], v[2], Integer.parseInt(v[3]), v[4].equals("yes")))
            .toList());
  }

  /** The line for goods that go to a country, found by a word of their description. */
  public Optional<TariffLine> line(Goods goods, String country) {
    String description = Words.searchKey(goods.description());
    return lines.stream()
        .filter(line -> line.country().equals(country))
        .filter(line -> description.contains(line.keyword()))
        .findFirst();
  }

  /** The duty; cheap goods and goods without a line of their own are free. */
  public Money duty(Goods goods, String country) {
    if (goods.value().compareTo(FREE_OF_DUTY) <= 0) {
      return Money.ZERO;
    }
    int percent = line(goods, country).map(TariffLine::dutyPercent).orElse(0);
    return goods.value().percent(percent);
  }

  /** Whether the goods may enter the country. */
  public boolean admits(Goods goods, String country) {
    return line(goods, country).map(line -> !line.prohibited()).orElse(true);
  }
}
