package io.flexibleupgrades.orchestrator.journal;

import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.Stream;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.environment.EnvironmentEvolution;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState;
import io.flexibleupgrades.orchestrator.preparation.PreparationEvolution;
import io.flexibleupgrades.orchestrator.preparation.PreparationState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Folds streams, from where it left off. What it remembers is only ever a shorter way to the same
 * state: each reading asks the journal for what came since.
 */
@ApplicationScoped
public class StreamReader {
  private final Journal journal;
  private final ConcurrentHashMap<EnvironmentName, Remembered> environments =
      new ConcurrentHashMap<>();

  StreamReader(Journal journal) {
    this.journal = journal;
  }

  Folded<EnvironmentState> environment(Connection connection, EnvironmentName name) {
    return fold(
        connection,
        Stream.of(name),
        remembered(name).environment(),
        EnvironmentEvent.class,
        EnvironmentEvolution::evolve);
  }

  Folded<PreparationState> preparation(
      Connection connection, EnvironmentName environment, UpgradeId preparation) {
    return fold(
        connection,
        Stream.of(preparation),
        remembered(environment).preparation(preparation),
        PreparationEvent.class,
        PreparationEvolution::evolve);
  }

  /** Remembers states that were committed. Sessions on one environment come one at a time. */
  void committed(EnvironmentSession session) {
    if (session.sequence() > 0) {
      environments.put(
          session.name(),
          remembered(session.name()).after(session.foldedEnvironment(), session.foldedUpgrades()));
    }
  }

  private Remembered remembered(EnvironmentName environment) {
    return environments.getOrDefault(environment, Remembered.NOTHING);
  }

  private <S, E> Folded<S> fold(
      Connection connection, Stream stream, Folded<S> known, Class<E> type, Fold<S, E> fold) {
    var state =
        new Object() {
          S now = known.state();
        };
    try {
      var end =
          journal.read(
              connection,
              stream,
              known.sequence(),
              event -> state.now = fold.evolve(state.now, type.cast(event)));
      var unread = known.unread() == null ? end.unread() : known.unread();
      return new Folded<>(state.now, end.sequence(), unread);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private interface Fold<S, E> {
    S evolve(S state, E event);
  }
}
