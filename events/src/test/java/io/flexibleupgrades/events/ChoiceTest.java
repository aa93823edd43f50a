package io.flexibleupgrades.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChoiceTest {

  static Stream<Enum<?>> constants() {
    return Stream.of(
            EnvironmentKind.values(),
            LockPolicy.values(),
            ModuleKind.values(),
            FailureKind.values(),
            UpgradeResult.values(),
            DiagnosticKind.values())
        .flatMap(Stream::of);
  }

  @ParameterizedTest
  @MethodSource("constants")
  <E extends Enum<E>> void readsEveryConstantByTheTextItIsWrittenAs(E constant) {
    assertThat(Choice.parse(constant.getDeclaringClass(), constant.toString())).isEqualTo(constant);
    assertThat(constant.toString()).matches("[a-z]+(-[a-z]+)*");
  }

  @Test
  void listsWhatThereIsWhenTheTextIsNoneOfIt() {
    for (var text : new String[] {"ON_PREMISES", "Cloud", "", " cloud"}) {
      assertThatThrownBy(() -> Choice.parse(EnvironmentKind.class, text))
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessage("'" + text + "' is none of: cloud, on-premises.");
    }
  }
}
