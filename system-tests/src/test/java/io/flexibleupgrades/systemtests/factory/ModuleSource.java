package io.flexibleupgrades.systemtests.factory;

import java.util.Locale;

/** The Java source of made modules, which use the classes of their producers. */
final class ModuleSource {
  private final Blueprint factory;
  private final long seed;
  private final int steps;

  /**
   * Makes different sources for different seeds, so that no compile is known from before.
   *
   * @param steps methods of each module: how long it takes to compile
   */
  ModuleSource(Blueprint factory, long seed, int steps) {
    this.factory = factory;
    this.seed = seed;
    this.steps = steps;
  }

  static String path(String module) {
    return packageOf(module) + "/" + module + ".java";
  }

  String text(String module) {
    var text = new StringBuilder();
    text.append("package ").append(packageOf(module)).append(";\n\n");
    text.append("public final class ").append(module).append(" {\n");
    text.append("  private ").append(module).append("() {}\n\n");
    text.append("  public static long value(int depth) {\n");
    text.append("    if (depth == 0) {\n      return ").append(seed).append("L;\n    }\n");
    text.append("    long sum = step0(depth);\n");
    for (var producer : factory.producersOf(module)) {
      text.append("    sum += %s.%s.value(depth - 1);\n".formatted(packageOf(producer), producer));
    }
    text.append("    return sum;\n  }\n");
    if (factory.broken().contains(module)) {
      text.append("\n  public static int rows(String text) {\n");
      text.append("    return new platform.text.CsvReader(true).read(text).size();\n  }\n");
    }
    for (int i = 0; i < steps; i++) {
      text.append("\n  private static long step%d(long x) {\n".formatted(i));
      text.append("    var odd = java.util.stream.LongStream.rangeClosed(1, x % 9 + 1);\n");
      text.append(
          "    long y = odd.filter(n -> n %% 2 == %d).map(n -> n * n).sum();\n".formatted(i % 2));
      text.append(
          i + 1 < steps
              ? "    return y > 1_000 ? y : step%d(y + 1);\n  }\n".formatted(i + 1)
              : "    return y;\n  }\n");
    }
    return text.append("}\n").toString();
  }

  private static String packageOf(String module) {
    return module.toLowerCase(Locale.ROOT);
  }
}
