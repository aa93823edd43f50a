package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.servicecenter.modules.ModuleSort;

/**
 * The head of a column that orders the table.
 *
 * @param href orders by this column, the other way round if it is ordered by it already
 * @param order {@code ascending}, {@code descending} or {@code none}, as ARIA says it
 * @param sign says the same as the order, empty if there is none
 */
public record SortLink(String href, String order, String sign) {

  static SortLink of(ModuleTable table, String name) {
    var selection = table.selection();
    var by = ModuleSort.By.parse(name);
    var href = selection.sorted(selection.sort().next(by)).query().after(table.action());
    if (selection.sort().by() != by) {
      return new SortLink(href, "none", "");
    }
    return selection.sort().descending()
        ? new SortLink(href, "descending", "▼")
        : new SortLink(href, "ascending", "▲");
  }
}
