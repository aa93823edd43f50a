package io.flexibleupgrades.worker.daemon;

import java.util.ArrayList;
import java.util.List;

/** The compiler's command line for a platform. */
public final class CompilerOptions {
  private CompilerOptions() {}

  /**
   * Returns the platform's options that are passed on: all but {@code -Werror}, since a warning
   * never fails a module.
   */
  public static List<String> accepted(List<String> ofPlatform) {
    return ofPlatform.stream().filter(option -> !option.equals("-Werror")).toList();
  }

  static List<String> of(CompileOrder order) {
    var options = new ArrayList<String>();
    options.add("--release");
    options.add(Integer.toString(order.release()));
    options.addAll(accepted(order.options()));
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
