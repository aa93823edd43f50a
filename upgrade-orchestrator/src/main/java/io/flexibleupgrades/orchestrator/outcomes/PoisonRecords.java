package io.flexibleupgrades.orchestrator.outcomes;

import io.flexibleupgrades.orchestrator.journal.Patience;
import io.flexibleupgrades.orchestrator.journal.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Sets aside what cannot be taken, all that came together in one transaction. */
@ApplicationScoped
class PoisonRecords {
  private static final Logger LOG = Logger.getLogger(PoisonRecords.class);

  private final Transactions transactions;
  private final DeadLetters deadLetters;
  private final Patience patience;
  private final MeterRegistry metrics;

  PoisonRecords(
      Transactions transactions,
      DeadLetters deadLetters,
      Patience patience,
      MeterRegistry metrics) {
    this.transactions = transactions;
    this.deadLetters = deadLetters;
    this.patience = patience;
    this.metrics = metrics;
  }

  /** Returns when the records, which are of one topic, are stored. */
  void setAside(List<Poison> poison) {
    if (poison.isEmpty()) {
      return;
    }
    var first = poison.getFirst().message();
    LOG.warnf(
        "%d records of %s are poison and set aside; the first, %d@%d: %s",
        poison.size(),
        first.topic(),
        first.partition(),
        first.offset(),
        poison.getFirst().storableReason());
    patience.untilDone(
        "setting aside poison records",
        () -> transactions.execute(connection -> deadLetters.setAside(connection, poison)));
    metrics.counter("flexup_dead_letters_total", "topic", first.topic()).increment(poison.size());
  }
}
