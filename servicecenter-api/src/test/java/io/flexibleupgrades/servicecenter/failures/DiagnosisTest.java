package io.flexibleupgrades.servicecenter.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.DiagnosticKind;
import io.flexibleupgrades.events.FailureKind;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  @Test
  @DisplayName("B50 takes the first error, and no warning before it")
  void takesTheFirstError() {
    var diagnosis =
        compile(
            said(DiagnosticKind.WARNING, "compiler.warn.old", "Old.old is old"),
            said(DiagnosticKind.ERROR, "compiler.err.gone", "class Foo is gone"),
            said(DiagnosticKind.ERROR, "compiler.err.other", "other"));

    assertThat(diagnosis.code()).isEqualTo("compiler.err.gone");
    assertThat(diagnosis.pattern()).isEqualTo("class ‹name› is gone");
    assertThat(diagnosis.message()).isEqualTo("class Foo is gone");
    assertThat(diagnosis.group()).matches("[0-9a-f]{16}");
  }

  @Test
  void groupsByCodeAndPattern() {
    var one = compile(said(DiagnosticKind.ERROR, "compiler.err.gone", "class Foo is gone"));
    var same = compile(said(DiagnosticKind.ERROR, "compiler.err.gone", "class Bar is gone"));
    var otherCode = compile(said(DiagnosticKind.ERROR, "compiler.err.lost", "class Foo is gone"));
    var otherText = compile(said(DiagnosticKind.ERROR, "compiler.err.gone", "class Foo is lost"));

    assertThat(same.group()).isEqualTo(one.group());
    assertThat(otherCode.group()).isNotEqualTo(one.group());
    assertThat(otherText.group()).isNotEqualTo(one.group());
  }

  @Test
  @DisplayName("B39 the same words of another kind are another group")
  void groupsByKind() {
    var output = output("", said(DiagnosticKind.ERROR, "flexup.worker", "The worker is lost."));

    assertThat(Diagnosis.of(FailureKind.INFRASTRUCTURE, output).group())
        .isNotEqualTo(Diagnosis.of(FailureKind.TIME_LIMIT, output).group());
    assertThat(Diagnosis.of(FailureKind.INFRASTRUCTURE, output).pattern())
        .isEqualTo("The worker is lost.");
  }

  @Test
  void takesTheLogWithoutAnError() {
    var output =
        output(
            "\n  \nOut of memory in Foo\nmore",
            said(DiagnosticKind.WARNING, "compiler.warn.old", "old"));

    var diagnosis = Diagnosis.of(FailureKind.INFRASTRUCTURE, output);

    assertThat(diagnosis.code()).isEmpty();
    assertThat(diagnosis.pattern()).isEqualTo("Out of memory in ‹name›");
  }

  @Test
  void hasAGroupWithoutAnyWord() {
    var diagnosis = Diagnosis.of(FailureKind.COMPILE, CompilerOutput.silent());

    assertThat(diagnosis.code()).isEmpty();
    assertThat(diagnosis.pattern()).isEmpty();
    assertThat(diagnosis.message()).isEmpty();
    assertThat(diagnosis.group()).matches("[0-9a-f]{16}");
  }

  @Test
  void keepsTheBeginningOfALongMessage() {
    var diagnosis = compile(said(DiagnosticKind.ERROR, "compiler.err.long", "x".repeat(70_000)));

    assertThat(diagnosis.message()).hasSize(1_000).endsWith("x…");
  }

  private static Diagnosis compile(Diagnostic... diagnostics) {
    return Diagnosis.of(FailureKind.COMPILE, output("", diagnostics));
  }

  private static CompilerOutput output(String log, Diagnostic... diagnostics) {
    return new CompilerOutput(List.of(diagnostics), 1, 0, log);
  }

  private static Diagnostic said(DiagnosticKind kind, String code, String message) {
    return new Diagnostic(kind, code, null, 0, 0, message, null);
  }
}
