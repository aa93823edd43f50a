package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.servicecenter.actions.Action;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import io.flexibleupgrades.servicecenter.status.Status;
import java.util.List;

/**
 * What every page of an environment shows around its own content.
 *
 * @param page which page it is: {@code home}, {@code details}, {@code modules}, {@code errors},
 *     {@code upgrades}, {@code workers}
 * @param behind how many events are not in the views yet, in words
 * @param environments all environments, to change between them
 */
public record Frame(
    String page,
    String title,
    Status status,
    BannerView banner,
    ProgressBar bar,
    Addresses to,
    String behind,
    List<EnvironmentName> environments) {

  public boolean isInProgress() {
    return !status.state().isEnd();
  }

  /** Returns what an operator can ask of the upgrade as it stands. */
  public List<Action> actions() {
    return status.upgradeId() == null ? List.of() : Action.onUpgrade(status.state());
  }

  /** Returns what an operator can ask of a module in this state. */
  public List<Action> actionsOn(ModuleState module) {
    return Action.onModule(status.state(), module);
  }

  /** Returns how many modules in scope are neither settled nor cancelled. */
  public int open() {
    int done = status.prepared() + status.failed() + status.skipped() + status.cancelled();
    return Math.max(0, status.total() - done);
  }

  /** Returns how a link of the sidebar says that it leads to the page that is shown. */
  public String current(String link) {
    return link.equals(page) ? "page" : "false";
  }
}
