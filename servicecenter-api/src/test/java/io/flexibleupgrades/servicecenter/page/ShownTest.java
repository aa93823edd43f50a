package io.flexibleupgrades.servicecenter.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.DiagnosticKind;
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
