package io.flexibleupgrades.orchestrator.upgrade;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.dispatch.DispatchWindow;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.journal.Environments;
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
  private final Environments environments;
  private final DispatchWindow window;

  PreparationDriver(Environments environments, DispatchWindow window) {
    this.environments = environments;
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

  /**
   * Fills the window of an environment's open upgrade, if it has one; returns where that stands.
   */
  public PreparationState advance(EnvironmentName environment) {
    return environments.inSession(
        environment,
        session -> {
          if (session.environment() instanceof Known known && known.openUpgrade() != null) {
            fill(session, known.openUpgrade().id());
            return session.upgrade(known.openUpgrade().id());
          }
          window.leave(environment);
          return new PreparationState.NotStarted();
        });
  }

  private void fill(EnvironmentSession session, UpgradeId upgrade) {
    if (session.upgrade(upgrade) instanceof Preparing preparing) {
      int room = preparing.hasReady() ? window.room(session.name(), preparing.compiling()) : 0;
      if (room > 0) {
        session.decide(upgrade, new Dispatch(room));
      }
    }
    if (session.upgrade(upgrade) instanceof Preparing after) {
      window.uses(session.name(), after.compiling());
    } else {
      window.leave(session.name());
    }
  }
}
