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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
  private static final int READS = 30;

  @Inject Journal journal;
  @Inject ViewTables tables;

  @Test
  @DisplayName("B34 B50 the errors are as quick with many failures as with few")
  void isQuickWithManyFailures() {
    var run = run();
    long bytes = page().length();
    for (var path : List.of("/groups", "/first", "?limit=25")) {
      report(path, () -> Api.get("/api/v1/upgrades/" + run.upgrade + "/errors" + path));
    }
    report("the page", ManyErrorsIT::page);

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

  private static void report(String what, Runnable read) {
    read.run();
    long[] millis = new long[READS];
    for (int i = 0; i < READS; i++) {
      long start = System.nanoTime();
      read.run();
      millis[i] = (System.nanoTime() - start) / 1_000_000;
    }
    Arrays.sort(millis);
    System.out.printf(
        "%d failed, %d skipped: %s in %d ms (median of %d), %d ms at the worst%n",
        FAILED, SKIPPED, what, millis[READS / 2], READS, millis[READS - 1]);
    assertThat(millis[READS / 2]).as(what).isLessThan(3_000);
  }
}
