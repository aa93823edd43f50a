package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.servicecenter.actions.Action;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The question whether an operator wants what an action does.
 *
 * @param module the module it is about, null for the whole upgrade
 * @param possible whether it fits where the upgrade stands
 * @param key the same for the same question, however often it is answered
 */
public record ActionView(
    Action action,
    @Nullable ModuleId module,
    List<String> consequences,
    boolean possible,
    UUID key) {

  /** Returns what it is about, as a heading says it. */
  public String title() {
    return module == null ? action.title() : "%s: %s".formatted(action.title(), module);
  }
}
