package io.flexibleupgrades.servicecenter.status;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines that tell people how far the upgrade of an environment is. */
public final class Banner {
  /** The line whose words in brackets are a link to the release notes. */
  public static final String READY = "This environment is ready (Release Notes)";

  /** The line that is a link to the error details of the failed modules. */
  public static final String SOME_FAILED = "There were errors preparing some modules.";

  private Banner() {}

  /**
   * Returns the lines, none before the first upgrade.
   *
   * @param from platform version before the upgrade, null if it is not known yet
   * @param to platform version of the upgrade, null if it is not known yet
   * @param remark what is said in a line of its own: which system task runs, who paused and why, or
   *     why the upgrade is in error; null if there is nothing to say
   */
  public static List<String> lines(
      UpgradeState state,
      @Nullable String from,
      @Nullable String to,
      Counts counts,
      @Nullable String remark) {
    var lines = new ArrayList<>(lines(state, from, to, counts));
    if (remark != null) {
      lines.add(remark);
    }
    return List.copyOf(lines);
  }

  private static List<String> lines(
      UpgradeState state, @Nullable String from, @Nullable String to, Counts counts) {
    return switch (state) {
      case UPGRADING ->
          List.of(
              "The platform of this environment is being upgraded%s%s."
                  .formatted(part(" from version ", from), part(" to version ", to)),
              "The preparation of your modules has not started yet.");
      case AWAITING_CONFIRMATION ->
          List.of(
              "The platform of this environment has been upgraded%s."
                  .formatted(part(" to version ", to)),
              "Your modules are not prepared: the preparation waits for your confirmation.");
      case PREPARING, PAUSED ->
          List.of(
              "The first step of the upgrade process has finished. This environment has been"
                  + " successfully upgraded to Platform Server version"
                  + part(" ", to),
              "We are now preparing your modules - %d%%".formatted(counts.percentage(false)));
      case READY -> List.of(READY, "No further actions are required.");
      case READY_WITH_ERRORS ->
          List.of(
              SOME_FAILED,
              "%d modules prepared successfully, %d modules failed and %d modules skipped."
                  .formatted(counts.prepared(), counts.failed(), counts.skipped()));
      case CANCELLED ->
          List.of(
              "The preparation of your modules was cancelled.",
              "%d modules prepared successfully, %d modules failed, %d modules skipped and %d modules not prepared."
                  .formatted(
                      counts.prepared(), counts.failed(), counts.skipped(), counts.cancelled()));
      case ERROR -> List.of("There was an error preparing your modules.");
    };
  }

  private static String part(String words, @Nullable String version) {
    return version == null ? "" : words + version;
  }
}
