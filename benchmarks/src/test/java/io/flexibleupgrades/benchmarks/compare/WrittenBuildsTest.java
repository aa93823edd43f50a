package io.flexibleupgrades.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.benchmarks.factory.FactoryShape;
import io.flexibleupgrades.benchmarks.factory.GeneratedFactory;
import io.flexibleupgrades.systemtests.factory.Oracle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same factory for Maven, ninja and make. */
class WrittenBuildsTest {
  @TempDir private Path folder;

  @Test
  void haveMavenDependOnAllProducersWithTheSameOptions() throws Exception {
    var factory =
        GeneratedFactory.write(new FactoryShape(1, 9, 3, 3, 60, 0), folder.resolve("made"));

    new MavenProject(factory, "3.14.1").write(folder.resolve("maven"));

    for (var module : factory.blueprint().modules()) {
      assertThat(texts(folder.resolve("maven").resolve(module).resolve("pom.xml"), "dependency"))
          .containsExactlyElementsOf(factory.blueprint().producersOf(module));
    }
    assertThat(folder.resolve("maven/pom.xml"))
        .content()
        .contains("<release>21</release>", "<arg>-Xlint:deprecation</arg>", "<proc>none</proc>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ninja", "make"})
  void compileWhatConsumesNoFailedModule(String tool) throws Exception {
    Assumptions.assumeTrue(Program.isInstalled(tool), tool + " is not installed");
    var factory =
        GeneratedFactory.write(new FactoryShape(6, 3, 1, 2, 60, 34), folder.resolve("made"));
    var contestant = new ProcessPerModule(factory, tool.equals("ninja"));

    var runs = contestant.run(folder.resolve("work"), 1);

    int prepared = new Oracle(factory.blueprint()).outcome().prepared().size();
    assertThat(runs)
        .singleElement()
        .satisfies(run -> assertThat(run.modules()).isEqualTo(prepared));
    assertThat(prepared).isBetween(1, 2);
  }

  private static List<String> texts(Path pom, String element) throws Exception {
    var found =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getElementsByTagName(element);
    var artifacts = new ArrayList<String>();
    for (int i = 0; i < found.getLength(); i++) {
      artifacts.add(
          found.item(i).getTextContent().replaceAll("\\s", "").replaceAll("^made|1$", ""));
    }
    return artifacts;
  }
}
