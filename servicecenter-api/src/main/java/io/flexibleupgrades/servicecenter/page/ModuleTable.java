package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.servicecenter.modules.ModuleItem;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.util.List;

/**
 * Modules with what they were filtered by.
 *
 * @param action address of the page the table stands on
 * @param state the chosen state, empty for all
 * @param text the text that was looked for, empty for none
 * @param next address of the next page, empty at the end
 */
public record ModuleTable(
    String action, String state, String text, List<ModuleItem> items, String next) {

  public List<ModuleState> states() {
    return List.of(ModuleState.values());
  }

  public boolean isFiltered() {
    return !state.isEmpty() || !text.isEmpty();
  }

  /** Returns whether this is the state that was filtered by. */
  public boolean isChosen(ModuleState option) {
    return option.toString().equals(state);
  }
}
