package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.servicecenter.database.Queries;

/** What a batch of events changes in the tables, read and written at once. */
record CollectedRows(
    FactoryRows factory,
    PlanRows plan,
    FailedProducerRows failedProducers,
    FailureRows failures,
    OutputRows outputs,
    ChangeRows changes,
    PublishRows publishes) {

  /** Returns the rows that the events mention. */
  static CollectedRows read(Mentioned mentioned, Queries queries) {
    var rows =
        new CollectedRows(
            new FactoryRows(),
            new PlanRows(),
            new FailedProducerRows(),
            new FailureRows(),
            new OutputRows(),
            new ChangeRows(),
            new PublishRows());
    rows.factory.read(mentioned, queries);
    rows.plan.read(mentioned, queries);
    rows.publishes.read(mentioned, queries);
    return rows;
  }

  void write(Queries queries) {
    plan.write(queries);
    failedProducers.write(queries);
    failures.write(queries);
    outputs.write(queries);
    publishes.write(queries);
    factory.write(queries);
    changes.write(queries);
  }
}
