package io.flexibleupgrades.benchmarks.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexibleupgrades.systemtests.factory.Blueprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedFactoryTest {
  private static final FactoryShape SHAPE = new FactoryShape(3, 100, 4, 10, 300, 7);

  @TempDir private Path folder;

  @Test
  void isTheSameForTheSameSeedAndAnotherForAnother() throws Exception {
    var first = GeneratedFactory.write(SHAPE, folder.resolve("first"));
    var second = GeneratedFactory.write(SHAPE, folder.resolve("second"));
    var other =
        GeneratedFactory.write(new FactoryShape(4, 100, 4, 10, 300, 7), folder.resolve("x"));

    assertThat(content(first.modules())).isEqualTo(content(second.modules()));
    assertThat(content(first.modules())).isNotEqualTo(content(other.modules()));
  }

  @Test
  void hasTheLevelsProducersAndFailuresOfItsShape() {
    var blueprint = SHAPE.blueprint();

    assertThat(blueprint.modules()).hasSize(100);
    assertThat(blueprint.broken()).hasSize(7);
    assertThat(longestChain(blueprint)).isEqualTo(10);
    assertThat(blueprint.modules())
        .allSatisfy(module -> assertThat(blueprint.producersOf(module)).hasSizeBetween(0, 4))
        .anySatisfy(module -> assertThat(blueprint.producersOf(module)).hasSize(4));
  }

  @Test
  void hasAboutTheLinesOfItsShape() throws Exception {
    var factory = GeneratedFactory.write(SHAPE, folder.resolve("made"));

    assertThat(factory.lines() / 100).isBetween(250L, 350L);
  }

  @Test
  void writesWhatTheProductImports() throws Exception {
    var factory = GeneratedFactory.write(SHAPE, folder.resolve("made"));
    var consumer = factory.blueprint().modules().getLast();

    assertThat(factory.modules().resolve(consumer).resolve("module.yaml"))
        .content()
        .isEqualTo(
            "name: %s\nkind: library\nproducers: %s\n"
                .formatted(consumer, factory.blueprint().producersOf(consumer)));
    assertThat(factory.modules().resolve(consumer).resolve("src/m000099/M000099.java")).exists();
    assertThat(factory.platformJar()).exists();
  }

  @Test
  void refusesMoreLevelsThanModules() {
    assertThatThrownBy(() -> new FactoryShape(1, 3, 1, 4, 100, 0))
        .hasMessageContaining("3 modules on 4 levels");
  }

  private static int longestChain(Blueprint blueprint) {
    Map<String, Integer> lengths = new HashMap<>();
    for (var module : blueprint.modules()) {
      int longest = 0;
      for (var producer : blueprint.producersOf(module)) {
        longest = Math.max(longest, lengths.getOrDefault(producer, 0));
      }
      lengths.put(module, longest + 1);
    }
    return lengths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static Map<String, String> content(Path home) throws Exception {
    var content = new TreeMap<String, String>();
    try (var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        content.put(home.relativize(file).toString(), Files.readString(file));
      }
    }
    return content;
  }
}
