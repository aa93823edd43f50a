package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.servicecenter.http.QueryString;

/** Which modules are asked for, and in which order. */
public record ModuleSelection(ModuleFilter filter, ModuleSort sort) {

  /** Returns what an address says to ask for the same again, nothing that says the usual. */
  public QueryString query() {
    return QueryString.EMPTY
        .with("state", filter.state())
        .with("kind", filter.kind())
        .with("producer", filter.producer())
        .with("text", filter.text())
        .with("sort", sort.equals(ModuleSort.USUAL) ? null : sort);
  }

  public ModuleSelection sorted(ModuleSort other) {
    return new ModuleSelection(filter, other);
  }
}
