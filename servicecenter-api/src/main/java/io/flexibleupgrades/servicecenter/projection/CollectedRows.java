package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.status.UpgradeRows;

/** What a batch of events changes in the tables, written at once. */
record CollectedRows(
    Queries queries,
    FactoryRows factory,
    PlanRows plan,
    FailedProducerRows failedProducers,
    OutputRows outputs,
    ChangeRows changes,
    PublishRows publishes,
    RecoveredRows recovered) {

  /** Returns an empty collection. */
  static CollectedRows of(Queries queries, UpgradeRows upgrades) {
    return new CollectedRows(
        queries,
        new FactoryRows(),
        new PlanRows(),
        new FailedProducerRows(),
        new OutputRows(),
        new ChangeRows(),
        new PublishRows(queries),
        new RecoveredRows(upgrades));
  }

  /**
   * Writes what was collected. An event that changes rows by what stands in them needs this first.
   */
  void write() {
    plan.write(queries);
    failedProducers.write(queries);
    outputs.write(queries);
    publishes.write(queries);
    recovered.write(queries);
    // What a module was prepared from stands in the plan.
    factory.write(queries);
    changes.write(queries);
  }
}
