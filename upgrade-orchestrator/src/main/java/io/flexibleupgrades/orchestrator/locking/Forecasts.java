package io.flexibleupgrades.orchestrator.locking;

import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.dispatch.Workers;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.preparation.Preparing;
import io.flexibleupgrades.orchestrator.preparation.UpgradeProgress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Estimates when a preparation ends: what is left of its work, shared by the live slots. */
@ApplicationScoped
class Forecasts {
  private final Workers workers;

  Forecasts(Workers workers) {
    this.workers = workers;
  }

  Forecast of(EnvironmentSession session, UpgradeId upgrade) throws SQLException {
    var state = session.upgrade(upgrade);
    var progress = UpgradeProgress.of(state);
    return new Forecast(
        progress.state(),
        progress.percentage(),
        progress.unsettled(),
        state instanceof Preparing preparing && preparing.isDispatching()
            ? endsAt(session, preparing)
            : null);
  }

  private @Nullable Instant endsAt(EnvironmentSession session, Preparing preparing)
      throws SQLException {
    int slots = workers.slots();
    if (slots == 0) {
      return null;
    }
    long millis = preparing.unsettledMillis() / slots;
    try (var statement = session.connection().prepareStatement("select clock_timestamp()");
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getObject(1, OffsetDateTime.class).toInstant().plusMillis(millis);
    }
  }
}
