package io.flexibleupgrades.systemtests.factory;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.systemtests.running.Outcome;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the system tests measure the product against. */
class MadeFactoryTest {
  private static final long SEED = 7;

  @Test
  void compilesOnTheOldPlatformAsAWhole(@TempDir Path classes) throws Exception {
    var factory = new RandomFactory(SEED).make(40, 3, 5);

    assertThat(modulesWithErrors(factory, "11.8.0", classes)).isEmpty();
  }

  @Test
  void hasExactlyItsBrokenModulesFailOnTheNewPlatform(@TempDir Path classes) throws Exception {
    var factory = new RandomFactory(SEED).make(40, 3, 5);

    assertThat(modulesWithErrors(factory, "11.9.0", classes)).isEqualTo(factory.broken());
  }

  @Test
  void foretellsThatConsumersOfAFailedModuleAreSkipped() {
    var factory =
        Blueprint.of(
            Map.of("A", Set.of(), "B", Set.of("A"), "C", Set.of("B"), "D", Set.of()), Set.of("A"));

    assertThat(new Oracle(factory).outcome())
        .isEqualTo(
            new Outcome(Set.of("D"), Set.of("A"), Map.of("B", Set.of("A"), "C", Set.of("A"))));
  }

  @Test
  void foretellsThatABrokenModuleBehindAFailedOneIsSkipped() {
    var factory = Blueprint.of(Map.of("A", Set.of(), "B", Set.of("A")), Set.of("A", "B"));

    assertThat(new Oracle(factory).outcome())
        .isEqualTo(new Outcome(Set.of(), Set.of("A"), Map.of("B", Set.of("A"))));
  }

  @Test
  void foretellsThatTheSoundMembersOfABrokenCycleAreSkipped() {
    var factory =
        Blueprint.of(Map.of("A", Set.of("B"), "B", Set.of("A"), "C", Set.of("B")), Set.of("A"));

    assertThat(new Oracle(factory).outcome())
        .isEqualTo(new Outcome(Set.of(), Set.of("A"), Map.of("B", Set.of("A"), "C", Set.of("A"))));
  }

  private static Set<String> modulesWithErrors(Blueprint factory, String version, Path classes)
      throws Exception {
    var platform = Path.of(System.getProperty("flexup.home"), "samples/platforms", version, "src");
    var units = new ArrayList<JavaFileObject>();
    try (var files = Files.walk(platform)) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        units.add(new Source(platform.relativize(file).toString(), Files.readString(file)));
      }
    }
    var sources = new ModuleSource(factory, SEED, 3);
    for (var module : factory.modules()) {
      units.add(new Source(ModuleSource.path(module), sources.text(module)));
    }
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    var options = List.of("-proc:none", "-d", classes.toString());
    compiler.getTask(null, null, diagnostics, options, null, units).call();
    var modules = new TreeSet<String>();
    for (var diagnostic : diagnostics.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        var name = Path.of(diagnostic.getSource().getName()).getFileName().toString();
        modules.add(name.replace(".java", ""));
      }
    }
    return modules;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("source:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
