package io.flexibleupgrades.servicecenter.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryTest {
  @ParameterizedTest
  @CsvSource({
    ", prepared, , new",
    ", failed, infrastructure, new",
    ", pending, , new",
    "failed, , , removed",
    "prepared, failed, infrastructure, infrastructure",
    "failed, failed, time-limit, infrastructure",
    "prepared, failed, compile, newly-failing",
    "cancelled, failed, compile, newly-failing",
    "pending, skipped, , newly-failing",
    "skipped, failed, compile, still-failing",
    "failed, skipped, , still-failing",
    "failed, prepared, , newly-prepared",
    "cancelled, prepared, , newly-prepared",
    "prepared, prepared, , still-prepared",
    "prepared, pending, , not-settled",
    "failed, preparing, , not-settled",
    "skipped, cancelled, , not-settled",
  })
  @DisplayName("B49: says what became of a module from one upgrade to the next")
  void saysWhatBecameOfAModule(
      @Nullable String before, @Nullable String after, @Nullable String kind, String category) {
    assertThat(Category.of(state(before), state(after), failure(kind))).hasToString(category);
  }

  private static @Nullable ModuleState state(@Nullable String text) {
    return text == null ? null : ModuleState.parse(text);
  }

  private static @Nullable FailureKind failure(@Nullable String text) {
    return Arrays.stream(FailureKind.values())
        .filter(kind -> kind.toString().equals(text))
        .findFirst()
        .orElse(null);
  }
}
