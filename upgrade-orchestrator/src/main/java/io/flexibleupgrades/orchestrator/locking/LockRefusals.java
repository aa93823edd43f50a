package io.flexibleupgrades.orchestrator.locking;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.WireName;
import io.flexibleupgrades.orchestrator.environment.EnvironmentDecider;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.RejectedException;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Refuses what the publish lock forbids. It is asked in the transaction that would append the
 * change, and so it is exact.
 */
@ApplicationScoped
public class LockRefusals {
  private static final List<WireName> LOCKING =
      List.of(WireName.UPGRADE_STARTED, WireName.UPGRADE_REOPENED);

  private final Journal journal;
  private final Forecasts forecasts;

  LockRefusals(Journal journal, Forecasts forecasts) {
    this.journal = journal;
    this.forecasts = forecasts;
  }

  /**
   * Requires that none of the modules is locked.
   *
   * @throws RejectedException that tells who holds the lock, since when, and until when about
   */
  public void check(EnvironmentSession session, Operation operation, Collection<ModuleId> modules)
      throws SQLException {
    var environment = EnvironmentDecider.known(session.name(), session.environment());
    var upgrade = environment.openUpgrade();
    if (upgrade == null) {
      return;
    }
    var progress = session.progress(upgrade.id());
    for (var module : modules) {
      var lock = PublishLock.on(module, environment, progress);
      if (lock.isPresent()) {
        throw refusal(session, environment, operation, module, lock.get());
      }
    }
  }

  private RejectedException refusal(
      EnvironmentSession session,
      Known environment,
      Operation operation,
      ModuleId module,
      PublishLock lock)
      throws SQLException {
    var since = since(session, environment.name());
    var forecast = forecasts.of(session, lock.upgrade().id());
    var words = new RefusalWords(operation, module, environment, lock, since, forecast);
    Map<String, Object> facts = new HashMap<>();
    facts.put("operation", operation.toString());
    facts.put("environment", environment.name());
    facts.put("module", module);
    facts.put("policy", environment.lock());
    facts.put("upgradeId", lock.upgrade().id());
    facts.put("lockedBy", lock.upgrade().requestedBy());
    facts.put("lockedSince", since.toString());
    facts.put("state", forecast.state());
    facts.put("unpreparedProducers", producers(module, lock));
    facts.put("forecast", forecast.facts());
    facts.put("sequence", session.sequence());
    return new RejectedException(operation.rule(), words.sentence(), facts);
  }

  private static List<Map<String, Object>> producers(ModuleId module, PublishLock lock) {
    return lock.unprepared().stream()
        .filter(unprepared -> !unprepared.module().equals(module))
        .map(unprepared ->
            Map.<String, Object>of("module", unprepared.module(), "state", unprepared.state()))
        .toList();
  }

  private Instant since(EnvironmentSession session, EnvironmentName environment)
      throws SQLException {
    return journal
        .lastRecorded(session.connection(), environment, LOCKING)
        .orElseThrow(() -> new IllegalStateException("No event locked " + environment + "."));
  }
}
