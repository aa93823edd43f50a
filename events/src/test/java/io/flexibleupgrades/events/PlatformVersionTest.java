package io.flexibleupgrades.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlatformVersionTest {

  @Test
  @DisplayName("B2: versions compare numerically, 11.10 > 11.9")
  void comparesNumerically() {
    assertThat(version("11.10")).isGreaterThan(version("11.9"));
    assertThat(version("11.9.1")).isGreaterThan(version("11.9"));
    assertThat(version("11.9.0.1")).isGreaterThan(version("11.9.0"));
    assertThat(version("12.0")).isGreaterThan(version("11.999999999"));
    assertThat(version("11.9")).isEqualByComparingTo(version("11.9.0.0"));
    assertThat(version("11.09")).isEqualByComparingTo(version("11.9"));
  }

  @Test
  @DisplayName("B2: random versions compare as Maven compares them")
  void comparesAsMavenDoes() {
    long seed = Long.getLong("flexup.seed", System.nanoTime());
    System.out.println("PlatformVersionTest: -Dflexup.seed=" + seed);
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      var left = random(random);
      var right = random(random);
      int oracle = new ComparableVersion(left).compareTo(new ComparableVersion(right));

      assertThat(Integer.signum(version(left).compareTo(version(right))))
          .as("%s and %s, seed %s", left, right, seed)
          .isEqualTo(Integer.signum(oracle));
    }
  }

  @Test
  void isShownAndLookedUpAsItsVendorWroteIt() {
    assertThat(version("11.9")).hasToString("11.9").isNotEqualTo(version("11.9.0"));
    assertThat(version("11.9.0").major()).isEqualTo(11);
  }

  @Test
  @DisplayName("B2: two to four parts")
  void refusesWhatIsNoVersion() {
    for (var text :
        new String[] {
          "",
          "11",
          "11.",
          ".9",
          "11..9",
          "11.9.0.0.0",
          "11.9.0-SNAPSHOT",
          "v11.9",
          "11.9 ",
          "-11.9",
          "11.x",
          "11.1234567890",
          "١١.٩",
          "11,9",
          "11.9\n"
        }) {
      assertThatThrownBy(() -> version(text))
          .as(text)
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("two to four numbers separated by dots, such as 11.9.0");
    }
  }

  private static PlatformVersion version(String text) {
    return new PlatformVersion(text);
  }

  private static String random(Random random) {
    int bound = random.nextBoolean() ? 3 : 1_000_000_000;
    return IntStream.range(0, 2 + random.nextInt(3))
        .mapToObj(_ -> Integer.toString(random.nextInt(bound)))
        .collect(Collectors.joining("."));
  }
}
