package io.flexibleupgrades.servicecenter.focus;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.util.List;

/**
 * A module of an upgrade among the modules that are near it.
 *
 * @param modules the nearest first, the module itself at the beginning
 * @param edges between these modules
 * @param cut whether there are more modules as near as the farthest of these
 */
public record FocusGraph(List<Near> modules, List<Edge> edges, boolean cut) {

  /**
   * A module that is near.
   *
   * @param distance steps from the module in focus: below 0 to what it consumes, above 0 to what
   *     consumes it
   */
  public record Near(ModuleId module, ModuleState state, int distance) {}

  /** A module consumes another directly. */
  public record Edge(ModuleId module, ModuleId producer) {}
}
