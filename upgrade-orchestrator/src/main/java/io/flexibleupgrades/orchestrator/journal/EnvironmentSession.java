package io.flexibleupgrades.orchestrator.journal;

import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.UpgradeResult;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.CancelUpgrade;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.EndUpgrade;
import io.flexibleupgrades.orchestrator.environment.EnvironmentDecider;
import io.flexibleupgrades.orchestrator.environment.EnvironmentEvolution;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState;
import io.flexibleupgrades.orchestrator.journal.Journal.SequencedEvent;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Cancel;
import io.flexibleupgrades.orchestrator.preparation.PreparationDecider;
import io.flexibleupgrades.orchestrator.preparation.PreparationEvolution;
import io.flexibleupgrades.orchestrator.preparation.PreparationState;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Ended;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Planned;
import io.flexibleupgrades.orchestrator.preparation.Preparing;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One transaction on one environment and its upgrades: what is decided here is stored at once, or
 * not at all. Belongs to one thread.
 */
public final class EnvironmentSession {
  private final Connection connection;
  private final EnvironmentName name;
  private final StreamReader reader;
  private final List<SequencedEvent> appended = new ArrayList<>();
  private final Map<UpgradeId, Folded<PreparationState>> upgrades = new HashMap<>();
  private Folded<EnvironmentState> environment;

  EnvironmentSession(
      Connection connection,
      EnvironmentName name,
      StreamReader reader,
      Folded<EnvironmentState> environment) {
    this.connection = connection;
    this.name = name;
    this.reader = reader;
    this.environment = environment;
  }

  /** Returns the transaction's connection, for rows that belong to what is decided. */
  public Connection connection() {
    return connection;
  }

  public EnvironmentName name() {
    return name;
  }

  public EnvironmentState environment() {
    return environment.state();
  }

  /** Returns the sequence of the last event of the environment's stream, decided here or before. */
  public long sequence() {
    return environment.sequence();
  }

  /** Returns what an upgrade's or a publish's preparation came to, null if it has no plan. */
  public @Nullable Preparing progress(@Nullable UpgradeId upgrade) {
    return upgrade == null ? null : upgrade(upgrade).progress();
  }

  public PreparationState upgrade(UpgradeId upgrade) {
    return folded(upgrade).state();
  }

  /**
   * Decides a command about the environment and appends what follows.
   *
   * @throws LaterReleaseException if a stream that was looked at has an event of a later release
   */
  public List<EnvironmentEvent> decide(EnvironmentCommand command) {
    requireAllRead();
    var events = EnvironmentDecider.decide(name, command, environment.state());
    for (var event : events) {
      environment = environment.then(EnvironmentEvolution.evolve(environment.state(), event));
      appended.add(new SequencedEvent(environment.sequence(), event));
    }
    return events;
  }

  /**
   * Decides a command about an upgrade and appends what follows. When it brings the upgrade to its
   * end, the environment's lock is released in the same transaction.
   *
   * @throws LaterReleaseException if a stream that was looked at has an event of a later release
   */
  public List<PreparationEvent> decide(UpgradeId upgrade, PreparationCommand command) {
    var before = folded(upgrade);
    requireAllRead();
    var events = PreparationDecider.decide(command, before.state());
    var after = before;
    for (var event : events) {
      after = after.then(PreparationEvolution.evolve(after.state(), event));
      appended.add(new SequencedEvent(after.sequence(), event));
    }
    upgrades.put(upgrade, after);
    if (after.state() instanceof Ended ended && !(before.state() instanceof Ended)) {
      release(ended, command, before.state());
    }
    return events;
  }

  /**
   * Refuses to go on if something that was looked at is not wholly understood; deciding asks this
   * itself, who acts outside the journal asks before.
   *
   * @throws LaterReleaseException if a stream that was looked at has an event of a later release
   */
  public void requireAllRead() {
    var unread = environment.unread();
    for (var upgrade : upgrades.values()) {
      unread = unread == null ? upgrade.unread() : unread;
    }
    if (unread != null) {
      throw new LaterReleaseException(unread);
    }
  }

  private void release(Ended ended, PreparationCommand command, PreparationState before) {
    boolean onNewPlatform = !(before instanceof Planned);
    var upgrade = ended.upgradeId();
    decide(
        switch (ended.end()) {
          case READY -> new EndUpgrade(upgrade, UpgradeResult.READY, onNewPlatform);
          case READY_WITH_ERRORS ->
              new EndUpgrade(upgrade, UpgradeResult.READY_WITH_ERRORS, onNewPlatform);
          case REFUSED, PLATFORM_NOT_UPGRADED ->
              new EndUpgrade(upgrade, UpgradeResult.ERROR, onNewPlatform);
          case CANCELLED ->
              new CancelUpgrade(
                  upgrade,
                  onNewPlatform,
                  command instanceof Cancel cancel ? cancel.requestedBy() : "");
        });
  }

  List<SequencedEvent> appended() {
    return appended;
  }

  List<Event> events() {
    return appended.stream().map(SequencedEvent::event).toList();
  }

  Folded<EnvironmentState> foldedEnvironment() {
    return environment;
  }

  Map<UpgradeId, Folded<PreparationState>> foldedUpgrades() {
    return upgrades;
  }

  private Folded<PreparationState> folded(UpgradeId upgrade) {
    return upgrades.computeIfAbsent(upgrade, id -> reader.preparation(connection, name, id));
  }
}
