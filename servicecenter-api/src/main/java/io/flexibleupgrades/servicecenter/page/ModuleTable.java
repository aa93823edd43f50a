package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.servicecenter.http.QueryString;
import io.flexibleupgrades.servicecenter.modules.ModuleFilter;
import io.flexibleupgrades.servicecenter.modules.ModuleItem;
import io.flexibleupgrades.servicecenter.modules.ModuleSelection;
import io.flexibleupgrades.servicecenter.modules.ModuleSort;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.util.List;

/**
 * Modules with what they were filtered and ordered by.
 *
 * @param action address of the page the table stands on
 * @param all address of the environment's modules, which those to take away share up to the dot
 * @param next address of the next page, empty at the end
 */
public record ModuleTable(
    String action, String all, ModuleSelection selection, List<ModuleItem> items, String next) {

  public List<ModuleState> states() {
    return List.of(ModuleState.values());
  }

  public List<ModuleKind> kinds() {
    return List.of(ModuleKind.values());
  }

  public ModuleFilter filter() {
    return selection.filter();
  }

  /** Returns whether this is the state or the kind that was filtered by. */
  public boolean isChosen(Object option) {
    return option.equals(filter().state()) || option.equals(filter().kind());
  }

  /** Returns the order as the address has it, empty for the usual one. */
  public String sort() {
    return selection.sort().equals(ModuleSort.USUAL) ? "" : selection.sort().toString();
  }

  /** Returns the head of the column that orders by this. */
  public SortLink by(String name) {
    return SortLink.of(this, name);
  }

  /** Returns the address of this page with all modules, in the same order. */
  public String unfiltered() {
    return QueryString.EMPTY.with("sort", sort()).after(action);
  }

  public String csv() {
    return selection.query().after(all + ".csv");
  }

  public String json() {
    return selection.query().after(all + ".json");
  }
}
