package io.flexibleupgrades.systemtests.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The sample factory against its documentation, with the Java compiler as the only tool. */
@TestInstance(Lifecycle.PER_CLASS)
class SampleFactoryTest {
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?com\\.kestrelparcel\\.(\\w+)\\.", Pattern.MULTILINE);

  private final SampleFolder samples = SampleFolder.locate();
  private final NavigableMap<String, SampleModule> modules = samples.modules();
  private final ProducerGraph graph = new ProducerGraph(modules);
  private final ExpectedUpgrade expected = samples.expected();
  private final FactoryCompilation before;
  private final FactoryCompilation after;

  SampleFactoryTest(@TempDir Path work) {
    before = compile(expected.from(), work);
    after = compile(expected.to(), work);
  }

  @Test
  void everyModuleHasItsFolderAndItsPlaceInTheFactory() {
    assertThat(modules).hasSizeGreaterThanOrEqualTo(40).hasSize(expected.total());
    assertThat(modules).allSatisfy((folder, module) -> assertThat(module.name()).isEqualTo(folder));
    assertThat(modules.values())
        .extracting(SampleModule::kind)
        .containsOnly("application", "library", "system");
    assertThat(modules.values().stream().filter(m -> m.kind().equals("system")))
        .extracting(SampleModule::name)
        .containsExactly("ServiceCenter", "SystemComponents");
  }

  @Test
  void everyModuleUsesExactlyTheProducersItDeclares() {
    assertThat(modules.values())
        .allSatisfy(module ->
            assertThat(module.producers())
                .describedAs("producers of %s", module.name())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(importedModules(module)));
  }

  @Test
  void oneCycleOfThreeAndADeepProducerGraph() {
    assertThat(graph.cycles()).singleElement().satisfies(this::isTheDocumentedCycle);
    assertThat(graph.depth()).isGreaterThanOrEqualTo(6).isEqualTo(expected.depth());
  }

  @Test
  void everythingCompilesOnTheOldPlatform() {
    assertThat(before.errors()).isEmpty();
    assertThat(before.prepared()).isEqualTo(modules.keySet());
  }

  @Test
  void everyApplicationRunsOnTheOldPlatform() {
    List<String> applications = applications().toList();

    assertThat(applications).isNotEmpty();
    assertThat(applications)
        .allSatisfy(name -> assertThat(new ApplicationRun(before, name).output()).isNotBlank());
  }

  @Test
  void everyPreparedApplicationPrintsTheSameOnTheNewPlatform() {
    List<String> applications = applications().filter(after.prepared()::contains).toList();

    assertThat(applications).isNotEmpty();
    assertThat(applications)
        .allSatisfy(name ->
            assertThat(new ApplicationRun(after, name).output())
                .isEqualTo(new ApplicationRun(before, name).output()));
  }

  @Test
  @DisplayName("B35, B36, B37: the new platform fails, skips and prepares what is documented")
  void theNewPlatformHasTheDocumentedResult() {
    assertThat(after.errors().keySet()).hasSize(2).containsExactlyElementsOf(expected.failed());
    assertThat(after.skipped().keySet()).isEqualTo(expected.skipped().keySet());
    assertThat(after.skipped())
        .allSatisfy((name, causes) ->
            assertThat(expected.skipped().get(name))
                .describedAs("failed producers of %s", name)
                .containsExactlyElementsOf(causes));
    assertThat(after.prepared()).hasSize(expected.prepared());
    assertThat(expected.prepared() + expected.failed().size() + expected.skipped().size())
        .isEqualTo(expected.total());
  }

  @Test
  @DisplayName("B40: warnings are where they are documented, and fail nothing")
  void theNewPlatformWarnsAboutTheDocumentedModules() {
    assertThat(after.warnings().keySet())
        .hasSizeGreaterThanOrEqualTo(5)
        .containsExactlyElementsOf(expected.warnings())
        .allSatisfy(module -> assertThat(after.prepared()).contains(module));
  }

  @Test
  void bothFailuresHoldBackSeveralModulesAndShareOne() {
    String first = expected.failed().getFirst();
    String second = expected.failed().getLast();
    NavigableSet<String> shared = new TreeSet<>(graph.consumersOf(first));
    shared.retainAll(graph.consumersOf(second));

    assertThat(expected.failed())
        .allSatisfy(name -> {
          List<String> direct = directConsumers(name);
          assertThat(direct).hasSizeGreaterThanOrEqualTo(2);
          assertThat(graph.consumersOf(name)).hasSizeGreaterThan(direct.size());
        });
    assertThat(shared).isNotEmpty();
    assertThat(graph.producersOf(first)).doesNotContain(second);
    assertThat(graph.producersOf(second)).doesNotContain(first);
  }

  private void isTheDocumentedCycle(NavigableSet<String> cycle) {
    assertThat(cycle).hasSize(3).containsExactlyElementsOf(expected.cycle());
  }

  private Stream<String> applications() {
    return modules.values().stream().filter(SampleModule::isApplication).map(SampleModule::name);
  }

  private List<String> directConsumers(String producer) {
    return modules.values().stream()
        .filter(module -> module.producers().contains(producer))
        .map(SampleModule::name)
        .toList();
  }

  /** The modules whose packages a module's sources import, its own package left out. */
  private NavigableSet<String> importedModules(SampleModule module) {
    return module.sources().stream()
        .map(SampleFactoryTest::textOf)
        .flatMap(text -> IMPORT.matcher(text).results())
        .map(match -> match.group(1))
        .filter(name -> !name.equals(module.name().toLowerCase(Locale.ROOT)))
        .map(this::moduleOfPackage)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String moduleOfPackage(String lowerCaseName) {
    return modules.keySet().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).equals(lowerCaseName))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No module has the package " + lowerCaseName));
  }

  private FactoryCompilation compile(String version, Path work) {
    SamplePlatform platform = samples.platform(version);
    assertThat(platform.version()).isEqualTo(version);
    return new FactoryCompilation(modules, platform, work.resolve(version));
  }

  private static String textOf(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
