package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.servicecenter.history.Category;
import io.flexibleupgrades.servicecenter.status.UpgradeState;
import io.quarkus.qute.TemplateExtension;

/** How upgrades and what became of modules between two of them look on a page. */
@TemplateExtension
final class ShownUpgrades {
  private ShownUpgrades() {}

  /** Returns the sign that stands before a state's name. */
  static String sign(UpgradeState state) {
    return switch (state) {
      case UPGRADING -> "↑";
      case AWAITING_CONFIRMATION -> "…";
      case PREPARING -> "↻";
      case PAUSED -> "‖";
      case READY -> "✓";
      case READY_WITH_ERRORS, ERROR -> "!";
      case CANCELLED -> "–";
    };
  }

  static String words(Category category) {
    return category.toString().replace('-', ' ');
  }

  /** Returns the sign that stands before a category's name. */
  static String sign(Category category) {
    return switch (category) {
      case NEW -> "+";
      case REMOVED -> "−";
      case INFRASTRUCTURE -> "!";
      case NOT_SETTLED -> "○";
      case NEWLY_FAILING, STILL_FAILING -> "✕";
      case NEWLY_PREPARED, STILL_PREPARED -> "✓";
    };
  }

  /** Returns the state whose colour a category has. */
  static String tone(Category category) {
    return switch (category) {
      case NEW, REMOVED, NOT_SETTLED -> "pending";
      case INFRASTRUCTURE -> "skipped";
      case NEWLY_FAILING, STILL_FAILING -> "failed";
      case NEWLY_PREPARED, STILL_PREPARED -> "prepared";
    };
  }
}
