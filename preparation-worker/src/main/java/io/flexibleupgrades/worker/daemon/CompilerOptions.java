package io.flexibleupgrades.worker.daemon;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The compiler's command line for a platform. */
public final class CompilerOptions {
  // Nobody should be able to ask for these, and whoever can must not run anything here.
  private static final Pattern REFUSED =
      Pattern.compile(
          "@.*|-A.*|-J.*|-Xplugin.*|-proc.*|--?processor.*|-implicit.*|-d|-s|-h"
              + "|-cp|-classpath|--class-path.*|-p|--module-.*|--?source-?path.*|--system.*"
              + "|--upgrade-module-path.*|--patch-module.*|-Xbootclasspath.*|-(java\\.)?ext.*|-Djava.*"
              + "|-bootclasspath|--boot-class-path.*|-endorseddirs.*|--release.*|-encoding");

  // With none but these, classes and messages do not depend on how the JDK's classes are found.
  private static final Pattern HARMLESS =
      Pattern.compile("-Xlint(:.*)?|-g(:.*)?|-parameters|-nowarn|-deprecation|-Werror");

  private CompilerOptions() {}

  /** Whether nothing among the platform's options concerns the JDK's own classes. */
  static boolean leaveTheJdkAlone(CompileOrder order) {
    return order.options().stream().allMatch(option -> HARMLESS.matcher(option).matches());
  }

  /**
   * Returns the platform's options that are passed on: all but {@code -Werror}, since a warning
   * never fails a module.
   */
  public static List<String> accepted(List<String> ofPlatform) {
    return ofPlatform.stream().filter(option -> !option.equals("-Werror")).toList();
  }

  /**
   * Returns the compiler's options for an order.
   *
   * @param jdkIsGiven whether the file manager has the JDK's classes of the release
   */
  static List<String> of(CompileOrder order, boolean jdkIsGiven) {
    var options = new ArrayList<String>();
    var release = Integer.toString(order.release());
    options.addAll(
        jdkIsGiven
            ? List.of("--source", release, "--target", release)
            : List.of("--release", release));
    for (var option : accepted(order.options())) {
      if (REFUSED.matcher(option).matches()) {
        throw new IllegalArgumentException(
            "'%s' would make the compiler run or read what is not the module's".formatted(option));
      }
      options.add(option);
    }
    options.add("-proc:none");
    options.add("-implicit:none");
    // Every message is counted; the first ones are kept by ourselves.
    options.add("-Xmaxerrs");
    options.add("0");
    options.add("-Xmaxwarns");
    options.add("0");
    return options;
  }
}
