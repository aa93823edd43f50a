package io.flexibleupgrades.events;

import static io.flexibleupgrades.events.Golden.BOOKS;
import static io.flexibleupgrades.events.Golden.CORE_MONEY;
import static io.flexibleupgrades.events.Golden.ENVIRONMENT;
import static io.flexibleupgrades.events.Golden.NEW;
import static io.flexibleupgrades.events.Golden.ORDERS;
import static io.flexibleupgrades.events.Golden.UPGRADE;
import static io.flexibleupgrades.events.Golden.digest;

import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import java.time.Duration;
import java.util.List;

/** What the golden files of the modules' way through a preparation say. */
final class GoldenPreparationEvents {
  private static final UnitId UNIT = new UnitId("Bücher 書籍");

  /** Has every kind of diagnostic, and characters that JSON escapes. */
  static final CompilerOutput TALKATIVE =
      new CompilerOutput(
          List.of(
              new Diagnostic(
                  DiagnosticKind.ERROR,
                  "compiler.err.cant.resolve.location.args",
                  "com/example/orders/Order.java",
                  17,
                  9,
                  "cannot find symbol\n  symbol: method total(Money)",
                  "\treturn total(\"§\");"),
              new Diagnostic(
                  DiagnosticKind.WARNING,
                  "compiler.warn.has.been.deprecated",
                  "com/example/orders/Übersicht.java",
                  3,
                  1,
                  "Query in platform.entity has been deprecated",
                  "import platform.entity.Query;"),
              new Diagnostic(
                  DiagnosticKind.NOTE, "compiler.note.deprecated.plural", "-", 0, 0, "Some…", "")),
          1,
          1,
          "1 error\n1 warning\n");

  private GoldenPreparationEvents() {}

  static List<Golden> all() {
    return List.of(
        new Golden(
            "module-prepare-requested.v1",
            new ModulePrepareRequested(
                UPGRADE,
                ENVIRONMENT,
                UNIT,
                3,
                NEW,
                List.of(
                    new RequestedModule(
                        BOOKS,
                        digest('c'),
                        List.of(new ProducerArtifact(CORE_MONEY, digest('e'))),
                        "Its source is missing."),
                    new RequestedModule(
                        ORDERS,
                        digest('d'),
                        List.of(new ProducerArtifact(CORE_MONEY, digest('e'))),
                        "-")),
                List.of(CORE_MONEY))),
        new Golden(
            "module-prepare-requested.v1.nulls",
            new ModulePrepareRequested(
                UPGRADE,
                ENVIRONMENT,
                new UnitId("Orders"),
                1,
                NEW,
                List.of(new RequestedModule(ORDERS, null, List.of(), null)),
                List.of())),
        new Golden(
            "prepare-attempt-failed.v1",
            new PrepareAttemptFailed(
                UPGRADE,
                ENVIRONMENT,
                UNIT,
                2,
                FailureKind.TIME_LIMIT,
                "The compile ran past 2 minutes.")),
        new Golden(
            "module-prepared.v1",
            new ModulePrepared(
                UPGRADE,
                ENVIRONMENT,
                BOOKS,
                1,
                digest('f'),
                10_485_760_000L,
                NEW,
                Duration.ofMillis(3_723_250),
                TALKATIVE)),
        new Golden(
            "module-prepared.v1.nulls",
            new ModulePrepared(
                UPGRADE,
                ENVIRONMENT,
                ORDERS,
                1,
                digest('f'),
                1,
                NEW,
                Duration.ZERO,
                withoutFile())),
        new Golden(
            "module-failed.v1",
            new ModuleFailed(UPGRADE, ENVIRONMENT, ORDERS, 1, FailureKind.COMPILE, TALKATIVE)),
        new Golden(
            "module-failed.v1.nulls",
            new ModuleFailed(
                UPGRADE, ENVIRONMENT, ORDERS, 4, FailureKind.INFRASTRUCTURE, withoutFile())),
        new Golden(
            "module-skipped.v1",
            new ModuleSkipped(UPGRADE, ENVIRONMENT, ORDERS, 1, List.of(BOOKS, CORE_MONEY))));
  }

  /** Returns an output with one diagnostic that concerns no file. */
  static CompilerOutput withoutFile() {
    return new CompilerOutput(
        List.of(
            new Diagnostic(
                DiagnosticKind.ERROR, "flexup.lost", null, 0, 0, "The worker is lost.", null)),
        1,
        0,
        "");
  }
}
