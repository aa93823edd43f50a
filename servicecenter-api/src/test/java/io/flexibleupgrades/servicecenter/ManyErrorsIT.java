package io.flexibleupgrades.servicecenter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.DiagnosticKind;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The errors of an upgrade in which much fails. */
@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class ManyErrorsIT {
  private static final int FAILED = Integer.getInteger("flexup.errors.failed", 200);
  private static final int SKIPPED = 3 * FAILED;

  @Inject Journal journal;
  @Inject ViewTables tables;

  @Test
  @DisplayName("B50 with many failures every one is in a group, and the page stays small")
  void groupsManyFailures() {
    var run = run();
    long bytes = page().length();
    var groups = Api.all("/api/v1/upgrades/" + run.upgrade + "/errors/groups", 1000);
    assertThat(groups.stream().mapToInt(group -> (Integer) group.get("failed")).sum())
        .isEqualTo(FAILED);
    assertThat(groups).hasSize(40);
    var first = Api.get("/api/v1/upgrades/" + run.upgrade + "/errors/first");
    assertThat(first.getInt("heldBack")).isEqualTo(SKIPPED);
    assertThat(first.getList("steps")).hasSize(10);
    System.out.printf(
        "%d failed and %d skipped modules: a page of %d KiB%n", FAILED, SKIPPED, bytes / 1024);
    assertThat(bytes).isLessThan(2_000_000);
  }

  private Run run() {
    var random = new Random(50);
    var run = Run.cloud(journal, "many");
    for (int i = 0; i < FAILED; i++) {
      run.module("failed-%05d".formatted(i));
    }
    for (int i = 0; i < SKIPPED; i++) {
      run.module("skipped-%05d".formatted(i), causes(random));
    }
    run.start().platformUpgraded().preparing();
    for (int i = 0; i < FAILED; i++) {
      fail(run, i);
    }
    for (int i = 0; i < SKIPPED; i++) {
      var name = "skipped-%05d".formatted(i);
      var producers = run.enlisted(name).producers();
      run.skipped(name, producers.stream().map(ModuleId::value).toArray(String[]::new));
    }
    run.ended();
    long events = run.events();
    Api.await("all events", Duration.ofMinutes(3), () -> tables.applied() == events);
    return run;
  }

  private static String[] causes(Random random) {
    var causes = new TreeSet<String>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      causes.add("failed-%05d".formatted((int) (FAILED * Math.pow(random.nextDouble(), 2))));
    }
    return causes.toArray(String[]::new);
  }

  /** Fails the module with one of 40 messages, 20 diagnostics and a long log. */
  private static void fail(Run run, int number) {
    var name = "failed-%05d".formatted(number);
    var message = "cannot find " + "really ".repeat(number % 40) + "symbol class Foo" + number;
    var error =
        new Diagnostic(
            DiagnosticKind.ERROR, "compiler.err.gone", "a/B.java", 12, 5, message, "    gone();");
    var output = new CompilerOutput(Collections.nCopies(20, error), 20, 0, "said\n".repeat(4_000));
    run.states.put(name, "failed");
    run.say(
        new ModuleFailed(
            run.upgrade, run.environment, new ModuleId(name), 1, FailureKind.COMPILE, output));
  }

  private static String page() {
    var answer = given().accept("text/html").get("/environments/many/errors");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.asString();
  }
}
