package io.flexibleupgrades.servicecenter.modules;

/** A module with what its list is ordered by. */
record ListedModule(ModuleItem item, long key) {
  Position position() {
    return new Position(key, item.name());
  }
}
