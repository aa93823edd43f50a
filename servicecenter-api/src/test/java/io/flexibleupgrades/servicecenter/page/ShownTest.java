package io.flexibleupgrades.servicecenter.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.DiagnosticKind;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShownTest {
  @Test
  void pointsBelowTheColumn() {
    assertThat(Shown.pointed(diagnostic(5, "int x = y;"))).isEqualTo("int x = y;\n    ^");
  }

  @Test
  void keepsTabsSoThatTheCaretStaysBelowItsColumn() {
    assertThat(Shown.pointed(diagnostic(3, "\t\tfoo();"))).isEqualTo("\t\tfoo();\n\t\t^");
  }

  @Test
  void pointsNowhereOutsideTheLine() {
    assertThat(Shown.pointed(diagnostic(99, "short"))).isEqualTo("short");
    assertThat(Shown.pointed(diagnostic(0, "short"))).isEqualTo("short");
    assertThat(Shown.pointed(diagnostic(1, null))).isEmpty();
  }

  @Test
  void namesFileLineAndColumn() {
    assertThat(Shown.place(diagnostic(7, "x"))).isEqualTo("a/B.java:3:7");
  }

  @Test
  void saysSpansInTheirTwoGreatestUnits() {
    assertThat(Shown.span(Duration.ZERO)).isEqualTo("0 s");
    assertThat(Shown.span(Duration.ofMillis(1))).isEqualTo("1 s");
    assertThat(Shown.span(Duration.ofSeconds(-5))).isEqualTo("0 s");
    assertThat(Shown.span(Duration.ofMinutes(1))).isEqualTo("1 min");
    assertThat(Shown.span(Duration.ofSeconds(3_599))).isEqualTo("59 min 59 s");
    assertThat(Shown.span(Duration.ofMinutes(121))).isEqualTo("2 h 1 min");
  }

  @Test
  void saysHowFarBehindItIs() {
    assertThat(Shown.behind(OptionalLong.of(0))).isEqualTo("up to date");
    assertThat(Shown.behind(OptionalLong.of(1))).isEqualTo("1 event behind");
    assertThat(Shown.behind(OptionalLong.of(12))).isEqualTo("12 events behind");
    assertThat(Shown.behind(OptionalLong.empty())).startsWith("perhaps behind");
  }

  private static Diagnostic diagnostic(int column, @Nullable String line) {
    return new Diagnostic(DiagnosticKind.ERROR, "code", "a/B.java", 3, column, "message", line);
  }
}
