package io.flexibleupgrades.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.DisplayName;

/** Whatever text stands where an identifier should, it is one that is written alike, or refused. */
class IdentifierFuzzTest {

  @DisplayName("G12: any text is an identifier that every store can keep, or is refused")
  @FuzzTest
  void isReadOrRefused(FuzzedDataProvider input) {
    int kind = input.consumeInt(0, 8);
    var text = input.consumeRemainingAsString();
    try {
      var read =
          switch (kind) {
            case 0 -> new ModuleId(text);
            case 1 -> new UnitId(text);
            case 2 -> new EnvironmentName(text);
            case 3 -> new WorkerName(text);
            case 4 -> new PlatformVersion(text);
            case 5 -> new Digest(text);
            case 6 -> new Stream(text);
            case 7 -> UpgradeId.parse(UpgradeId.parse(text).toString());
            default -> PublishId.parse(PublishId.parse(text).toString());
          };
      assertThat(read.toString().codePoints().noneMatch(Text::isUnstorable)).isTrue();
      if (kind < 7) {
        assertThat(read).hasToString(text);
      }
      if (read instanceof PlatformVersion version) {
        assertThat(version.major()).isNotNegative();
        assertThat(version.compareTo(new PlatformVersion(text))).isZero();
      }
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining(" ");
    }
  }
}
