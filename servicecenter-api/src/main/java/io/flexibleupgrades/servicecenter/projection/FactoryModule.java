package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import org.jspecify.annotations.Nullable;

/** A module of an environment's factory. */
record FactoryModule(EnvironmentName environment, ModuleId module) {

  /** Returns what a statement needs to find the module's rows. */
  @Nullable Object[] parameters() {
    return new @Nullable Object[] {environment.value(), module.value()};
  }
}
