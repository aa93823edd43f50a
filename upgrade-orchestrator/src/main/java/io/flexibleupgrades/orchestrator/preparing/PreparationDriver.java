package io.flexibleupgrades.orchestrator.preparing;

import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.dispatch.DispatchWindow;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Dispatch;
import io.flexibleupgrades.orchestrator.preparation.PreparationState;
import io.flexibleupgrades.orchestrator.preparation.Preparing;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps preparations going: whatever changes one, the room that is then in the dispatch window is
 * filled in the same transaction.
 */
@ApplicationScoped
public class PreparationDriver {
  private final DispatchWindow window;

  PreparationDriver(DispatchWindow window) {
    this.window = window;
  }

  /**
   * Runs commands on one upgrade of the session and fills the window.
   *
   * @return how many of the commands changed something
   */
  public int decide(
      EnvironmentSession session,
      UpgradeId upgrade,
      Iterable<? extends PreparationCommand> commands) {
    int effective = 0;
    for (var command : commands) {
      effective += session.decide(upgrade, command).isEmpty() ? 0 : 1;
    }
    fill(session, upgrade);
    return effective;
  }

  /** Requests of a preparation what may be requested now; returns where it stands. */
  public PreparationState advance(EnvironmentSession session, UpgradeId upgrade) {
    fill(session, upgrade);
    return session.upgrade(upgrade);
  }

  /** Gives back the room of preparations that another orchestrator brought to their end. */
  public void leaveEnded(EnvironmentSession session) {
    for (var preparation : window.preparationsOf(session.name())) {
      if (!(session.upgrade(preparation) instanceof Preparing)) {
        window.leave(preparation);
      }
    }
  }

  private void fill(EnvironmentSession session, UpgradeId upgrade) {
    if (session.upgrade(upgrade) instanceof Preparing preparing) {
      int room =
          preparing.hasReady() ? window.room(session.name(), upgrade, preparing.compiling()) : 0;
      if (room > 0) {
        session.decide(upgrade, new Dispatch(room));
      }
    }
    if (session.upgrade(upgrade) instanceof Preparing after) {
      window.uses(session.name(), upgrade, after.compiling());
    } else {
      window.leave(upgrade);
    }
  }
}
