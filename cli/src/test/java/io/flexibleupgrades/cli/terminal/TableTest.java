package io.flexibleupgrades.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.cli.terminal.Table.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {
  @Test
  void alignsColumnsUnderTheirHeadings() {
    assertThat(rendered(sample(), Integer.MAX_VALUE))
        .containsExactly(
            "MODULE         STATE     WARNINGS",
            "Shipments      prepared        12",
            "BillingPortal  failed           0");
  }

  @Test
  void isNeverWiderThanTheTerminal() {
    assertThat(rendered(sample(), 26)).allMatch(line -> SafeText.width(line) <= 26);
    assertThat(rendered(sample(), 26).get(2)).contains("…");
  }

  @Test
  void showsNoControlCharactersOfAnyCell() {
    var table = new Table("NAME");
    table.row(Cell.of("\u001b]0;title\u0007Orders"));

    assertThat(rendered(table, 80)).containsExactly("NAME", "]0;titleOrders");
  }

  private static Table sample() {
    var table = new Table("MODULE", "STATE", "WARNINGS");
    table.row(Cell.of("Shipments"), Cell.ofState("prepared"), Cell.of(12));
    table.row(Cell.of("BillingPortal"), Cell.ofState("failed"), Cell.of(0));
    return table;
  }

  private static List<String> rendered(Table table, int columns) {
    return table.lines(columns).stream().map(line -> line.rendered(false)).toList();
  }
}
