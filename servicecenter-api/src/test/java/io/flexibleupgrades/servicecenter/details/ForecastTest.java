package io.flexibleupgrades.servicecenter.details;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ForecastTest {
  private final PlanGraph chainAndTwo = PlanGraphTest.graph("a", "b<a", "c", "d");

  @Test
  @DisplayName("ends between the shared work and the shared work with the critical path")
  void isARange() {
    var modules = List.of(open("a", 40L), open("b", 20L), open("c", 30L), open("d", 10L));

    var two = Forecast.of(chainAndTwo, modules, 2);
    var ten = Forecast.of(chainAndTwo, modules, 10);

    assertThat(two.earliest()).isEqualTo(Duration.ofMillis(60));
    assertThat(two.latest()).isEqualTo(Duration.ofMillis(110));
    assertThat(ten.earliest()).as("the critical path").isEqualTo(Duration.ofMillis(60));
    assertThat(ten.latest()).isEqualTo(Duration.ofMillis(70));
  }

  @Test
  @DisplayName("a module that was never compiled counts with the median of the others")
  void guessesTheUnknown() {
    var done = new PlannedModule(id("a"), ModuleState.PREPARED, 50L, null, Instant.EPOCH);
    var modules = List.of(done, open("b", null), open("c", 30L), open("d", 90L));

    var forecast = Forecast.of(chainAndTwo, modules, 1);

    assertThat(forecast.work()).isEqualTo(Duration.ofMillis(50 + 30 + 90));
    assertThat(forecast.recorded()).isEqualTo(2);
    assertThat(forecast.guessed()).isEqualTo(1);
  }

  @Test
  @DisplayName("says nothing without a slot, and nothing without any compile time")
  void saysNothingItCannotKnow() {
    assertThat(Forecast.of(chainAndTwo, List.of(open("a", 40L)), 0).latest()).isNull();
    assertThat(Forecast.of(chainAndTwo, List.of(open("a", null)), 2).latest()).isNull();
  }

  private static PlannedModule open(String name, @Nullable Long recorded) {
    return new PlannedModule(id(name), ModuleState.PENDING, null, recorded, null);
  }

  private static ModuleId id(String name) {
    return new ModuleId(name);
  }
}
