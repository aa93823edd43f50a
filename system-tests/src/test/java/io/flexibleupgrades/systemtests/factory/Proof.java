package io.flexibleupgrades.systemtests.factory;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.systemtests.running.Journal;
import io.flexibleupgrades.systemtests.running.Outcome;
import io.flexibleupgrades.systemtests.running.Upgrade;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What must be true of every ended upgrade, whatever happened during it. */
public final class Proof {
  private final Upgrade upgrade;
  private final Blueprint factory;
  private final Oracle oracle;
  private final Outcome expected;

  private Proof(Upgrade upgrade, Blueprint factory) {
    this.upgrade = upgrade;
    this.factory = factory;
    this.oracle = new Oracle(factory);
    this.expected = oracle.outcome();
  }

  /**
   * Checks the views, the orchestrator and the journal of an ended upgrade; returns the journal.
   */
  public static Journal check(Upgrade upgrade, Blueprint factory) {
    var proof = new Proof(upgrade, factory);
    proof.checkViews();
    proof.checkOrchestrator();
    var journal = upgrade.journal();
    proof.checkSettledOnce(journal);
    proof.checkOrder(journal);
    return journal;
  }

  private void checkViews() {
    var status = upgrade.status();
    assertThat(status.path("prepared").asInt()).isEqualTo(expected.prepared().size());
    assertThat(status.path("failed").asInt()).isEqualTo(expected.failed().size());
    assertThat(status.path("skipped").asInt()).isEqualTo(expected.skipped().size());
    assertThat(status.path("total").asInt()).isEqualTo(expected.total());
    assertThat(status.path("percentage").asInt()).isEqualTo(100);
    assertThat(status.path("state").asText()).isEqualTo(expected.state());
    assertThat(upgrade.outcome()).isEqualTo(expected);
    for (var error : upgrade.errors()) {
      assertThat(error.path("kind").asText()).as("%s", error).isEqualTo("compile");
      assertThat(error.path("diagnostics").isEmpty()).as("%s", error).isFalse();
    }
  }

  private void checkOrchestrator() {
    var environment =
        upgrade
            .system()
            .orchestrator()
            .get("environments/" + upgrade.environment())
            .succeeded()
            .json();
    assertThat(environment.path("upgrade").isNull()).as("nothing is in progress").isTrue();
    var truth = upgrade.system().orchestrator().get("upgrades/" + upgrade.id()).succeeded().json();
    assertThat(truth.path("prepared").asInt()).isEqualTo(expected.prepared().size());
    assertThat(truth.path("failed").asInt()).isEqualTo(expected.failed().size());
    assertThat(truth.path("skipped").asInt()).isEqualTo(expected.skipped().size());
    assertThat(truth.path("state").asText()).isEqualTo(expected.state());
  }

  private void checkSettledOnce(Journal journal) {
    var settled = new TreeMap<String, String>();
    for (var event : journal.events(PreparationEvent.class)) {
      if (event instanceof ModulePrepared prepared) {
        assertThat(settled.put(prepared.module().value(), "prepared")).isNull();
      } else if (event instanceof ModuleFailed failed) {
        assertThat(settled.put(failed.module().value(), "failed")).isNull();
      } else if (event instanceof ModuleSkipped skipped) {
        assertThat(settled.put(skipped.module().value(), "skipped")).isNull();
      }
    }
    var all = new TreeMap<String, String>();
    expected.prepared().forEach(module -> all.put(module, "prepared"));
    expected.failed().forEach(module -> all.put(module, "failed"));
    expected.skipped().keySet().forEach(module -> all.put(module, "skipped"));
    assertThat(settled).isEqualTo(all);
    assertThat(journal.events(PreparationEnded.class)).hasSize(1);
  }

  /** No unit is requested for a compile before all its producers are prepared. */
  private void checkOrder(Journal journal) {
    Set<String> prepared = new HashSet<>();
    for (var event : journal.events(PreparationEvent.class)) {
      if (event instanceof ModulePrepared done) {
        prepared.add(done.module().value());
      } else if (event instanceof ModulePrepareRequested request && !request.isSkip()) {
        for (var module : request.modules()) {
          assertThat(prepared).containsAll(producersOutsideCycle(module.module()));
        }
      }
    }
  }

  private Set<String> producersOutsideCycle(ModuleId module) {
    var producers = new TreeSet<>(factory.producersOf(module.value()));
    producers.removeIf(producer -> oracle.areOfOneCycle(module.value(), producer));
    return producers;
  }
}
