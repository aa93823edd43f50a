package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.servicecenter.history.Category;
import io.flexibleupgrades.servicecenter.history.ComparisonPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of two upgrades as a page shows it.
 *
 * @param page the modules of the chosen category
 * @param meaning what the chosen category means
 * @param next address of the next page, empty at the end
 */
public record ComparisonTable(
    ComparisonPage page, List<CategoryLink> categories, String meaning, String next) {

  static ComparisonTable of(ComparisonPage page, @Nullable Category chosen, Addresses to) {
    var cursor = page.next();
    var next =
        cursor == null
            ? ""
            : CategoryLink.query(page, chosen).with("cursor", cursor).after(to.comparison());
    return new ComparisonTable(page, CategoryLink.of(page, chosen, to), meaning(chosen), next);
  }

  private static String meaning(@Nullable Category category) {
    return switch (category) {
      case null -> "Every module in scope of either upgrade, each in exactly one category.";
      case NEW -> "In scope of the later upgrade only.";
      case REMOVED -> "In scope of the earlier upgrade only.";
      case INFRASTRUCTURE ->
          "Failed in the later upgrade, and not because of the module itself: a worker was lost, a"
              + " time limit passed, the store was away. Preparing again may be all that it takes.";
      case NOT_SETTLED -> "The later upgrade has not settled these modules, or was cancelled.";
      case NEWLY_FAILING -> "Failed or skipped in the later upgrade, and not in the earlier one.";
      case STILL_FAILING -> "Failed or skipped in both upgrades.";
      case NEWLY_PREPARED -> "Prepared in the later upgrade, and not in the earlier one.";
      case STILL_PREPARED -> "Prepared in both upgrades.";
    };
  }
}
