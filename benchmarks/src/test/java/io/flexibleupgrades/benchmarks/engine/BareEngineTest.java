package io.flexibleupgrades.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.benchmarks.factory.FactoryShape;
import io.flexibleupgrades.benchmarks.factory.GeneratedFactory;
import io.flexibleupgrades.systemtests.factory.Oracle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BareEngineTest {
  @TempDir private Path folder;

  @Test
  void compilesAllModulesBelowNoFailedOne() throws Exception {
    var shape = new FactoryShape(5, 12, 2, 3, 100, 10);
    var factory = GeneratedFactory.write(shape, folder.resolve("made"));
    var output = folder.resolve("output");

    BareEngine.main(BareEngine.arguments(factory, output, 1, 2).toArray(String[]::new));

    var expected = new Oracle(factory.blueprint()).outcome();
    assertThat(expected.failed()).hasSize(1);
    assertThat(jars(output.resolve("round-1"))).isEqualTo(expected.prepared());
  }

  @Test
  void leavesConsumersOfSeveralFailuresOutOnce() throws Exception {
    var graph =
        new Graph(
            Map.of("A", List.of(), "B", List.of(), "C", List.of("A", "B"), "D", List.of("C")));
    var asked = new ConcurrentLinkedQueue<String>();

    try (var threads = Executors.newFixedThreadPool(2)) {
      int compiled =
          GraphRun.of(
              graph,
              module -> {
                asked.add(module);
                return false;
              },
              threads);

      assertThat(compiled).isZero();
    }
    assertThat(asked).containsExactlyInAnyOrder("A", "B");
  }

  private static Set<String> jars(Path round) throws Exception {
    var names = new TreeSet<String>();
    try (var files = Files.list(round)) {
      files.forEach(file -> names.add(file.getFileName().toString().replace(".jar", "")));
    }
    return names;
  }
}
