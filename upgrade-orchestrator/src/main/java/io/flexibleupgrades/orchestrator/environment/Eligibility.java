package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import java.util.Map;

/**
 * Who can upgrade without republishing everything.
 *
 * @param major the only major version that a preparation leads from and to
 * @param minimum the lowest version that modules can be prepared for
 */
public record Eligibility(int major, PlatformVersion minimum) {
  private static final String FREE = "free";

  /**
   * Checks an upgrade.
   *
   * @throws RejectedException if it is not eligible; the fact {@code rule} names the reason
   */
  void check(String edition, Platform from, Platform to) {
    if (edition.equalsIgnoreCase(FREE)) {
      throw rejected(
          "edition",
          "This environment is not eligible: edition 'free' cannot upgrade flexibly. Every other"
              + " edition can.");
    }
    if (from.version().major() != major || to.version().major() != major) {
      throw rejected(
          "major-version",
          "This upgrade from %s to %s is not eligible: modules are prepared only from %d.x to %d.x."
                  .formatted(from.version(), to.version(), major, major)
              + " Everything must be republished instead.");
    }
    int newer = to.version().compareTo(from.version());
    if (newer < 0 || (newer == 0 && to.digest().equals(from.digest()))) {
      throw rejected(
          "not-newer",
          "This upgrade is not eligible: the environment is on %s already, and %s is not newer."
              .formatted(from.version(), to.version()));
    }
    if (to.version().compareTo(minimum) < 0) {
      throw rejected(
          "minimum-version",
          "This upgrade to %s is not eligible: modules are prepared for %s or later."
                  .formatted(to.version(), minimum)
              + " Everything must be republished instead.");
    }
  }

  private static RejectedException rejected(String rule, String detail) {
    return new RejectedException(Rule.NOT_ELIGIBLE, detail, Map.of("rule", rule));
  }
}
