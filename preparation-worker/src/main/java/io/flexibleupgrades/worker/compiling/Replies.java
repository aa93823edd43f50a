package io.flexibleupgrades.worker.compiling;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.DiagnosticKind;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.worker.daemon.CompileReply;
import java.time.Duration;
import java.util.ArrayList;

/** Puts a daemon's replies into the product's words. */
final class Replies {
  private Replies() {}

  /**
   * Returns what a reply says.
   *
   * @throws CompilerFaultException if it says that the compiler itself gave way
   */
  static CompiledUnit read(UnitToCompile unit, CompileReply reply) throws CompilerFaultException {
    if (reply.crash() != null) {
      throw new CompilerFaultException(
          FailureKind.INFRASTRUCTURE,
          "flexup.compiler-crashed",
          "The compiler itself gave way: %s.".formatted(reply.crash()));
    }
    var members = new ArrayList<CompiledUnit.Member>();
    for (int i = 0; i < unit.members().size(); i++) {
      members.add(
          new CompiledUnit.Member(unit.members().get(i).module(), output(reply.members().get(i))));
    }
    return new CompiledUnit(Duration.ofNanos(reply.compileNanos()), members);
  }

  private static CompilerOutput output(CompileReply.Member member) {
    return new CompilerOutput(
        member.messages().stream().map(Replies::diagnostic).toList(),
        member.errors(),
        member.warnings(),
        member.log());
  }

  private static Diagnostic diagnostic(CompileReply.Message message) {
    var kind =
        switch (message.severity()) {
          case ERROR -> DiagnosticKind.ERROR;
          case WARNING -> DiagnosticKind.WARNING;
          case NOTE -> DiagnosticKind.NOTE;
        };
    return new Diagnostic(
        kind,
        message.code(),
        message.file(),
        message.line(),
        message.column(),
        message.text(),
        message.sourceLine());
  }
}
