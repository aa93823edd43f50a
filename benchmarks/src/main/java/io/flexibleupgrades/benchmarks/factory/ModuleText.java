package io.flexibleupgrades.benchmarks.factory;

import io.flexibleupgrades.systemtests.factory.Blueprint;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The Java sources of a module: classes of a hundred lines with records, sealed types, generics,
 * lambdas and streams, and one class that its consumers use.
 */
final class ModuleText {
  private static final String IMPORTS =
      """
      import java.util.ArrayList;
      import java.util.Comparator;
      import java.util.HashMap;
      import java.util.List;
      import java.util.Map;
      import java.util.Optional;
      import java.util.TreeMap;
      import java.util.function.Function;
      import java.util.stream.Collectors;
      import java.util.stream.IntStream;

      """;

  private final Blueprint factory;
  private final int classes;
  private final long seed;

  ModuleText(Blueprint factory, FactoryShape shape) {
    this.factory = factory;
    this.classes = Math.max(1, Math.round(shape.lines() / (float) Passages.LINES_OF_A_CLASS));
    this.seed = shape.seed();
  }

  /** Returns the sources by their path below the source folder. */
  Map<String, String> files(String module) {
    var random = new Random(seed ^ module.hashCode());
    var files = new TreeMap<String, String>();
    for (int i = 0; i < classes; i++) {
      files.put(packageOf(module) + "/Part" + i + ".java", part(module, i, random));
    }
    files.put(packageOf(module) + "/" + module + ".java", front(module));
    return files;
  }

  static String packageOf(String module) {
    return module.toLowerCase(Locale.ROOT);
  }

  private static String part(String module, int number, Random random) {
    var text = new StringBuilder("package " + packageOf(module) + ";\n\n" + IMPORTS);
    text.append("final class Part").append(number).append(" {\n");
    text.append("  private Part").append(number).append("() {}\n");
    for (var passage : Passages.ALL) {
      text.append('\n').append(passage.replace("@R", Integer.toString(1 + random.nextInt(90))));
    }
    return text.append("}\n").toString();
  }

  private String front(String module) {
    var text = new StringBuilder("package " + packageOf(module) + ";\n\n");
    text.append("public final class ").append(module).append(" {\n");
    text.append("  private ").append(module).append("() {}\n\n");
    text.append("  public static long value(int depth) {\n");
    text.append("    long sum = platform.Release.number();\n");
    for (int i = 0; i < classes; i++) {
      text.append("    sum += Part%d.value(depth);\n".formatted(i));
    }
    for (var producer : factory.producersOf(module)) {
      text.append(
          "    sum += depth > 0 ? %s.%s.value(depth - 1) : 0;\n"
              .formatted(packageOf(producer), producer));
    }
    if (factory.broken().contains(module)) {
      text.append("    sum += platform.Release.withdrawn();\n");
    }
    return text.append("    return sum;\n  }\n}\n").toString();
  }
}
