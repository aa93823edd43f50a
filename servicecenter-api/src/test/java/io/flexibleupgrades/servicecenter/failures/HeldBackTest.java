package io.flexibleupgrades.servicecenter.failures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HeldBackTest {
  @Test
  @DisplayName("B37 B50 a module that waits for two of a group is counted once in it")
  void countsEachModuleOnceInAGroup() {
    var held =
        new HeldBack()
            .add(List.of("a", "b"), 3)
            .add(List.of("b", "c"), 2)
            .add(List.of("unknown"), 7);

    var groups = held.byGroup(Map.of("a", "one", "b", "one", "c", "two", "idle", "three"));

    assertThat(groups)
        .containsExactlyInAnyOrderEntriesOf(Map.of("one", 5L, "two", 2L, "three", 0L));
    assertThat(held.modules()).isEqualTo(12);
  }
}
