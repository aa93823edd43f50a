package io.flexibleupgrades.servicecenter.details;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.util.List;

/**
 * Modules of a plan that are equally far from those that consume nothing.
 *
 * @param number 0 for modules that consume nothing in scope
 * @param modules in alphabetical order
 */
public record Level(int number, List<Cell> modules) {

  /** A module in its state. */
  public record Cell(ModuleId module, ModuleState state) {}

  public long prepared() {
    return count(ModuleState.PREPARED);
  }

  public long failed() {
    return count(ModuleState.FAILED);
  }

  public long skipped() {
    return count(ModuleState.SKIPPED);
  }

  public long preparing() {
    return count(ModuleState.PREPARING);
  }

  public long pending() {
    return count(ModuleState.PENDING);
  }

  private long count(ModuleState state) {
    return modules.stream().filter(cell -> cell.state() == state).count();
  }
}
