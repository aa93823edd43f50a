package io.flexibleupgrades.orchestrator.journal;

import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.Stream;
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
  private final ConcurrentHashMap<Stream, Folded<EnvironmentState>> environments =
      new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Stream, Folded<PreparationState>> preparations =
      new ConcurrentHashMap<>();

  StreamReader(Journal journal) {
    this.journal = journal;
  }

  Folded<EnvironmentState> environment(Connection connection, Stream stream) {
    var known = environments.getOrDefault(stream, new Folded<>(EnvironmentEvolution.initial(), 0));
    return fold(connection, stream, known, EnvironmentEvent.class, EnvironmentEvolution::evolve);
  }

  Folded<PreparationState> preparation(Connection connection, Stream stream) {
    var known = preparations.getOrDefault(stream, new Folded<>(PreparationEvolution.initial(), 0));
    return fold(connection, stream, known, PreparationEvent.class, PreparationEvolution::evolve);
  }

  /** Remembers states that were committed. */
  void committed(EnvironmentSession session) {
    var environment = session.foldedEnvironment();
    if (environment.sequence() > 0) {
      environments.put(Stream.of(session.name()), environment);
    }
    session
        .foldedUpgrades()
        .forEach((upgrade, folded) -> {
          if (folded.sequence() > 0) {
            preparations.put(Stream.of(upgrade), folded);
          }
        });
  }

  private <S, E> Folded<S> fold(
      Connection connection, Stream stream, Folded<S> known, Class<E> type, Fold<S, E> fold) {
    var state =
        new Object() {
          S now = known.state();
        };
    try {
      long sequence =
          journal.read(
              connection,
              stream,
              known.sequence(),
              event -> state.now = fold.evolve(state.now, type.cast(event)));
      return new Folded<>(state.now, sequence);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private interface Fold<S, E> {
    S evolve(S state, E event);
  }
}
