package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import java.util.List;

/** A module of an environment's factory. */
record FactoryModule(EnvironmentName environment, ModuleId module) {

  /** Returns the values of the columns that name the module. */
  List<Object> key() {
    return List.of(environment.value(), module.value());
  }
}
