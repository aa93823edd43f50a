package io.flexibleupgrades.servicecenter.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.servicecenter.details.Level;
import io.flexibleupgrades.servicecenter.details.Level.Cell;
import io.flexibleupgrades.servicecenter.page.LevelStrip.Cells;
import io.flexibleupgrades.servicecenter.page.LevelStrip.Column;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LevelStripTest {

  @Test
  @DisplayName("a level of more modules than a column holds is several cells wide")
  void wrapsAWideLevel() {
    var strip = LevelStrip.of(List.of(level(0, 21), level(1, 1)));

    assertThat(strip.rows()).isEqualTo(20);
    assertThat(strip.columns()).extracting(Column::x).containsExactly(0, 2 * 12 + strip.gap());
    assertThat(strip.columns()).extracting(Column::width).containsExactly(2 * 12, 12);
    assertThat(strip.cells())
        .singleElement()
        .extracting(Cells::path)
        .asString()
        .contains("M12 0h11")
        .endsWith("M30 0h11v11h-11z");
  }

  @Test
  @DisplayName("every one of 20,000 modules is a cell inside the strip, in the path of its state")
  void drawsEveryModuleOnce() {
    var strip = LevelStrip.of(List.of(level(0, 12_000), level(1, 8_000)));

    assertThat(strip.cells().getFirst().path().split("M", -1)).hasSize(20_001);
    assertThat(strip.columns().getLast().x() + strip.columns().getLast().width())
        .isLessThanOrEqualTo(strip.width());
  }

  private static Level level(int number, int modules) {
    return new Level(
        number,
        IntStream.range(0, modules)
            .mapToObj(i -> new Cell(new ModuleId("m" + number + "-" + i), ModuleState.PENDING))
            .toList());
  }
}
