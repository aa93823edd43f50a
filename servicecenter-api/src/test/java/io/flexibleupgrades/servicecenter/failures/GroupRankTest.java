package io.flexibleupgrades.servicecenter.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupRankTest {
  @Test
  @DisplayName("B50 ranks by modules held back, then by failed modules")
  void ranksByModulesHeldBack() {
    var most = new GroupRank(9, 1, "c");
    var more = new GroupRank(5, 4, "d");
    var few = new GroupRank(5, 2, "a");
    var same = new GroupRank(5, 2, "b");

    assertThat(new TreeSet<>(List.of(same, few, more, most)))
        .containsExactly(most, more, few, same);
  }

  @Test
  void isReadAsItIsWritten() {
    var rank = new GroupRank(123_456_789_012L, 7, "0123456789abcdef");

    assertThat(GroupRank.parse(rank.toString())).isEqualTo(rank);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "1 2", "1 2 a b", "x 2 a", "1 9999999999 a"})
  void refusesWhatIsNoRank(String text) {
    assertThatThrownBy(() -> GroupRank.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
