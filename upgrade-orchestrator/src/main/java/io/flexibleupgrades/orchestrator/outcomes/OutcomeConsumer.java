package io.flexibleupgrades.orchestrator.outcomes;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Headers;
import io.flexibleupgrades.events.MalformedMessageException;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.dispatch.OutcomeClock;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.journal.Environments;
import io.flexibleupgrades.orchestrator.journal.LaterReleaseException;
import io.flexibleupgrades.orchestrator.journal.Patience;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Report;
import io.flexibleupgrades.orchestrator.preparing.PreparationDriver;
import io.flexibleupgrades.orchestrator.upgrade.UpgradeDriver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes workers' outcomes, at least once each: the inbox row of a message is written in the
 * transaction of what it causes. Returning normally acknowledges the batch, so this does not return
 * before everything in it is stored.
 */
@ApplicationScoped
class OutcomeConsumer {
  private static final Logger LOG = Logger.getLogger(OutcomeConsumer.class);

  private final Environments environments;
  private final PreparationDriver preparations;
  private final UpgradeDriver upgrades;
  private final Inbox inbox;
  private final PoisonRecords poison;
  private final OutcomeClock clock;
  private final Patience patience;
  private final Counter ignored;
  private final MessageCodec codec = new MessageCodec();

  OutcomeConsumer(
      Environments environments,
      PreparationDriver preparations,
      UpgradeDriver upgrades,
      Inbox inbox,
      PoisonRecords poison,
      OutcomeClock clock,
      Patience patience,
      MeterRegistry metrics) {
    this.environments = environments;
    this.preparations = preparations;
    this.upgrades = upgrades;
    this.inbox = inbox;
    this.poison = poison;
    this.clock = clock;
    this.patience = patience;
    ignored = metrics.counter("flexup_outcomes_ignored_total");
  }

  @Incoming("prepare-outcomes")
  @Blocking
  void take(ConsumerRecords<byte[], byte[]> batch) {
    patience.untilStarted();
    clock.tick();
    var bad = new ArrayList<Poison>();
    var outcomes = new LinkedHashMap<EnvironmentName, List<Received>>();
    for (var received : batch) {
      try {
        var outcome = decode(received);
        outcomes
            .computeIfAbsent(outcome.outcome().environment(), _ -> new ArrayList<>())
            .add(outcome);
      } catch (MalformedMessageException e) {
        bad.add(new Poison(received, String.valueOf(e.getMessage())));
      }
    }
    outcomes.forEach((environment, received) -> bad.addAll(store(environment, received)));
    poison.setAside(bad);
  }

  /** Stores outcomes of one environment; returns those that nothing can be made of. */
  private List<Poison> store(EnvironmentName environment, List<Received> outcomes) {
    try {
      patience.untilDone(
          "storing outcomes of environment " + environment,
          () -> environments.inSession(environment, session -> take(session, outcomes)));
      return List.of();
    } catch (LaterReleaseException e) {
      return outcomes.stream()
          .map(outcome ->
              new Poison(outcome.message(), e.getMessage() + " Then replay this dead letter."))
          .toList();
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      if (outcomes.size() > 1) {
        // One of them is to blame; the others are not.
        return outcomes.stream()
            .flatMap(outcome -> store(environment, List.of(outcome)).stream())
            .toList();
      }
      LOG.warnf(e, "An outcome of environment %s cannot be stored", environment);
      return List.of(
          new Poison(outcomes.getFirst().message(), "The outcome cannot be stored: " + e));
    }
  }

  private Received decode(ConsumerRecord<byte[], byte[]> received) {
    var message = KafkaRecords.message(received);
    if (!(codec.decodeWorkerMessage(message) instanceof PrepareOutcome outcome)) {
      throw new MalformedMessageException("The record is no prepare-outcome.v1.");
    }
    try {
      return new Received(
          received, UUID.fromString(String.valueOf(message.header(Headers.ID))), outcome);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException("Header " + Headers.ID + " is no UUID.", e);
    }
  }

  private int take(EnvironmentSession session, List<Received> received) throws SQLException {
    var reports = new LinkedHashMap<UpgradeId, List<Report>>();
    for (var message : received) {
      var outcome = message.outcome();
      if (isOpen(session, outcome.upgradeId()) && inbox.take(session.connection(), message.id())) {
        reports
            .computeIfAbsent(outcome.upgradeId(), _ -> new ArrayList<>())
            .add(new Report(outcome));
      }
    }
    if (session.environment() instanceof Known known && !known.publishes().isEmpty()) {
      // What was compiled for a publish can be deployed.
      upgrades.takeUp(session.name());
    }
    int effective = 0;
    for (var upgrade : reports.entrySet()) {
      effective += preparations.decide(session, upgrade.getKey(), upgrade.getValue());
    }
    if (effective < received.size()) {
      ignored.increment(received.size() - effective);
      LOG.infof(
          "%d of %d outcomes of environment %s are ignored: their attempts no longer count",
          received.size() - effective, received.size(), session.name());
    }
    return effective;
  }

  /** An outcome that names a preparation which is not open, or is another's, changes nothing. */
  private static boolean isOpen(EnvironmentSession session, UpgradeId preparation) {
    return session.environment() instanceof Known known
        && (isUpgrade(known, preparation) || isPublish(known, preparation));
  }

  private static boolean isUpgrade(Known environment, UpgradeId preparation) {
    var open = environment.openUpgrade();
    return open != null && open.id().equals(preparation);
  }

  private static boolean isPublish(Known environment, UpgradeId preparation) {
    return environment.publishes().containsKey(new PublishId(preparation.value()));
  }

  private record Received(
      ConsumerRecord<byte[], byte[]> message, UUID id, PrepareOutcome outcome) {}
}
