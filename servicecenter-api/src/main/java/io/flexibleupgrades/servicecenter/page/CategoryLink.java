package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.servicecenter.history.Category;
import io.flexibleupgrades.servicecenter.history.ComparisonPage;
import io.flexibleupgrades.servicecenter.http.QueryString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A choice of what a comparison shows.
 *
 * @param count how many modules it has
 * @param current whether it is what is shown
 */
public record CategoryLink(String words, int count, String href, boolean current) {

  /** Returns the choices: all modules, then each category. */
  static List<CategoryLink> of(ComparisonPage page, @Nullable Category chosen, Addresses to) {
    var links = new ArrayList<CategoryLink>();
    links.add(
        new CategoryLink(
            "all", page.total(), query(page, null).after(to.comparison()), chosen == null));
    page.counts()
        .forEach((category, count) ->
            links.add(
                new CategoryLink(
                    ShownUpgrades.words(category),
                    count,
                    query(page, category).after(to.comparison()),
                    category == chosen)));
    return links;
  }

  /** Returns what the address of a comparison says to show that category. */
  static QueryString query(ComparisonPage page, @Nullable Category category) {
    return QueryString.EMPTY
        .with("from", page.from().upgradeId())
        .with("to", page.to().upgradeId())
        .with("category", category);
  }
}
