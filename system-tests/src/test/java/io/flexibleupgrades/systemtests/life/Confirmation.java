package io.flexibleupgrades.systemtests.life;

import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.Upgrade;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** An operator who confirms an on-premises upgrade, and tries again until that is answered. */
final class Confirmation {
  private final CompletableFuture<Void> answered;

  private Confirmation(CompletableFuture<Void> answered) {
    this.answered = answered;
  }

  static Confirmation of(RunningSystem system, Upgrade upgrade) {
    return new Confirmation(CompletableFuture.runAsync(() -> confirm(system, upgrade)));
  }

  /** Returns as soon as it is confirmed. */
  void given() {
    answered.join();
  }

  private static void confirm(RunningSystem system, Upgrade upgrade) {
    while (true) {
      try {
        int status =
            system.orchestrator().post("upgrades/" + upgrade.id() + "/confirm", Map.of()).status();
        if (status == 202 || status == 200) {
          return;
        }
      } catch (RuntimeException e) {
        // The orchestrator is away; it comes back.
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
