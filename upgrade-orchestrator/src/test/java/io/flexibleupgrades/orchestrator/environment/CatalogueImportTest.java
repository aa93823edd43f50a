package io.flexibleupgrades.orchestrator.environment;

import static io.flexibleupgrades.orchestrator.environment.Factories.OLD;
import static io.flexibleupgrades.orchestrator.environment.Factories.PROD;
import static io.flexibleupgrades.orchestrator.environment.Factories.after;
import static io.flexibleupgrades.orchestrator.environment.Factories.digest;
import static io.flexibleupgrades.orchestrator.environment.Factories.module;
import static io.flexibleupgrades.orchestrator.environment.Factories.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleAdopted;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleChanged;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRegistered;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.Import;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.ImportedModule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CatalogueImportTest {
  private static final ModuleId A = new ModuleId("a");
  private static final ModuleId B = new ModuleId("b");

  @Test
  void registersAndAdoptsWhatRuns() {
    var changes = CatalogueImport.into(after(), running(module("a"), module("b", "a")));

    assertThat(changes.events())
        .containsExactly(
            new ModuleRegistered(PROD, A, ModuleKind.LIBRARY, List.of(), digest("a"), 5_000, null),
            new ModuleAdopted(PROD, A, OLD.version(), digest("a")),
            new ModuleRegistered(PROD, B, ModuleKind.LIBRARY, List.of(A), digest("b"), 5_000, null),
            new ModuleAdopted(PROD, B, OLD.version(), digest("b")));
    assertThat(changes.unchanged()).isZero();
    assertThat(changes.defects()).isEmpty();
  }

  @Test
  void registersWithoutAdoptingWhatDoesNotRun() {
    var changes = CatalogueImport.into(after(), new Import(List.of(module("a")), false, true));

    assertThat(changes.events()).hasSize(1).hasOnlyElementsOfType(ModuleRegistered.class);
  }

  @Test
  @DisplayName("B13: importing the same again does nothing new and says so")
  void importsOnce() {
    var command = running(module("a"), module("b", "a"));

    var changes = CatalogueImport.into(after(command), command);

    assertThat(changes.events()).isEmpty();
    assertThat(changes.unchanged()).isEqualTo(2);
  }

  @Test
  void adoptsARegisteredModuleWithoutChangingIt() {
    var state = after(new Import(List.of(module("a")), false, true));

    var changes = CatalogueImport.into(state, running(module("a")));

    assertThat(changes.events())
        .containsExactly(new ModuleAdopted(PROD, A, OLD.version(), digest("a")));
    assertThat(changes.unchanged()).isEqualTo(1);
  }

  @Test
  void aChangedModuleGoesOnRunningWhatItRan() {
    var state = after(running(module("a"), module("b")));
    var changed = module("b", "a");

    var changes = CatalogueImport.into(state, running(module("a"), changed));

    assertThat(changes.events())
        .containsExactly(
            new ModuleChanged(PROD, B, ModuleKind.LIBRARY, List.of(A), digest("b"), 5_000, null));
    assertThat(changes.unchanged()).isEqualTo(1);
    assertThat(after(running(module("b")), running(changed)).modules().get(B))
        .matches(module -> module != null && module.running());
  }

  @Test
  void everyDifferenceIsAChange() {
    var state = after(running(module("a")));

    for (var other :
        List.of(
            imported(ModuleKind.APPLICATION, digest("a"), null),
            imported(ModuleKind.LIBRARY, digest("other"), null),
            imported(ModuleKind.LIBRARY, digest("a"), "broken"))) {
      assertThat(CatalogueImport.into(state, running(other)).events())
          .hasSize(1)
          .hasOnlyElementsOfType(ModuleChanged.class);
    }
  }

  @Test
  @DisplayName("B41: two modules of one name in an import are registered once, with a defect")
  void aNameTwiceIsADefect() {
    var changes = CatalogueImport.into(after(), running(module("a"), module("b"), module("a")));

    assertThat(changes.events()).filteredOn(ModuleRegistered.class::isInstance).hasSize(2);
    assertThat(changes.defects()).containsOnlyKeys(A);
    assertThat(changes.defects().get(A)).contains("Two modules").contains("Rename");
    assertThat(changes.events())
        .filteredOn(event -> event instanceof ModuleRegistered e && e.module().equals(A))
        .allMatch(event -> ((ModuleRegistered) event).defect() != null);
  }

  @Test
  @DisplayName("B41: a name that differs by case only is not registered, and names its twin")
  void aNameThatDiffersByCaseIsADefect() {
    var twin = new ModuleId("A");

    for (var changes :
        List.of(
            CatalogueImport.into(after(), running(module("a"), module("A"))),
            CatalogueImport.into(after(running(module("a"))), running(module("A"))))) {
      assertThat(changes.defects()).containsOnlyKeys(twin);
      assertThat(changes.defects().get(twin)).contains("'a'").contains("case");
      assertThat(changes.events())
          .noneMatch(event -> event instanceof ModuleRegistered e && e.module().equals(twin));
    }
  }

  @Test
  @DisplayName("B41: a module that names itself is registered with a defect")
  void aSelfReferenceIsADefect() {
    var changes = CatalogueImport.into(after(), running(module("a", "a")));

    assertThat(changes.defects()).containsOnlyKeys(A);
    assertThat(changes.defects().get(A)).contains("itself").contains("'a'");
    assertThat(changes.events()).first().isInstanceOf(ModuleRegistered.class);
  }

  @Test
  @DisplayName("B41: a module without source is registered with a defect")
  void noSourceIsADefect() {
    var changes = CatalogueImport.into(after(), running(imported(ModuleKind.LIBRARY, null, null)));

    assertThat(changes.defects()).containsOnlyKeys(A);
    assertThat(changes.defects().get(A)).contains("no source").contains("src/");
  }

  @Test
  @DisplayName("B41: the defect that the import names wins over those that are found")
  void keepsTheImportsOwnDefect() {
    var changes =
        CatalogueImport.into(
            after(), running(imported(ModuleKind.LIBRARY, null, "The manifest is unreadable.")));

    assertThat(changes.defects())
        .containsExactlyEntriesOf(Map.of(A, "The manifest is unreadable."));
  }

  @Test
  @DisplayName(
      "B41: a producer that the factory does not have is a defect once the factory is complete")
  void anUnknownProducerIsADefectAtTheEnd() {
    var first = new Import(List.of(module("a", "b", "nobody")), true, false);

    var before = CatalogueImport.into(after(), first);
    var last = CatalogueImport.into(after(first), running(module("b")));

    assertThat(before.defects()).isEmpty();
    assertThat(last.defects()).containsOnlyKeys(A);
    assertThat(last.defects().get(A)).contains("'nobody'").contains("Import it");
  }

  @Test
  @DisplayName("B41: a producer written in another case is told how it is written")
  void anUnknownProducerMayBeATwin() {
    var changes = CatalogueImport.into(after(), running(module("a"), module("b", "A")));

    assertThat(changes.defects()).containsOnlyKeys(B);
    assertThat(changes.defects().get(B)).contains("'A'").contains("as 'a'");
  }

  private static ImportedModule imported(
      ModuleKind kind, @Nullable Digest source, @Nullable String defect) {
    return new ImportedModule(A, kind, List.of(), source, 5_000, defect);
  }
}
