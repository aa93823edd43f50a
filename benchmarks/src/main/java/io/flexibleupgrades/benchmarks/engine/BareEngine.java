package io.flexibleupgrades.benchmarks.engine;

import io.flexibleupgrades.benchmarks.factory.GeneratedFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import javax.tools.ToolProvider;

/** The main class of a JVM that compiles a factory several times and does nothing else. */
public final class BareEngine {
  private static final String GRAPH = "graph.txt";

  private BareEngine() {}

  /** Returns the arguments for rounds of a factory that write into a folder. */
  public static List<String> arguments(
      GeneratedFactory factory, Path output, int rounds, int threads) throws IOException {
    Files.createDirectories(output);
    Graph.write(factory.blueprint(), output.resolve(GRAPH));
    return List.of(
        factory.modules().toString(),
        factory.platformJar().toString(),
        output.toString(),
        Integer.toString(rounds),
        Integer.toString(threads));
  }

  /** Prints how many modules compiled, a line at the end of each round. */
  public static void main(String[] arguments) throws Exception {
    var modules = Path.of(arguments[0]);
    var platform = Path.of(arguments[1]);
    var output = Path.of(arguments[2]);
    var graph = Graph.read(output.resolve(GRAPH));
    var javac = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    var tasks = ThreadLocal.withInitial(() -> new ModuleTask(javac));
    try (var threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[4]))) {
      for (int round = 1; round <= Integer.parseInt(arguments[3]); round++) {
        var jars = Files.createDirectories(output.resolve("round-" + round));
        int compiled =
            GraphRun.of(
                graph,
                module -> {
                  var classPath = new ArrayList<Path>();
                  classPath.add(platform);
                  graph.closure(module).forEach(name -> classPath.add(jars.resolve(name + ".jar")));
                  var source = modules.resolve(module).resolve("src");
                  return tasks.get().compile(source, classPath, jars.resolve(module + ".jar"));
                },
                threads);
        System.out.println(compiled);
      }
    }
  }
}
