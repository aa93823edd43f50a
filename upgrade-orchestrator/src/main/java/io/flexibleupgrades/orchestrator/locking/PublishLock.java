package io.flexibleupgrades.orchestrator.locking;

import io.flexibleupgrades.events.LockPolicy;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.OpenUpgrade;
import io.flexibleupgrades.orchestrator.preparation.ModuleProgress;
import io.flexibleupgrades.orchestrator.preparation.Preparing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lock that an upgrade in progress holds on a module. Policy {@code environment} locks every
 * module, {@code module} only those that are not prepared or consume one that is not.
 *
 * @param upgrade that holds it
 * @param unprepared the module itself, if it is not prepared, and those of its direct producers
 *     that are not, in the order in which it names them
 */
public record PublishLock(OpenUpgrade upgrade, List<UnpreparedModule> unprepared) {
  public PublishLock {
    unprepared = List.copyOf(unprepared);
  }

  /**
   * A module that is not prepared.
   *
   * @param state where it stands: a word of the status, or {@code excluded}
   */
  public record UnpreparedModule(ModuleId module, String state) {}

  /**
   * Returns the lock on a module, nothing if it may be changed.
   *
   * @param progress of the upgrade in progress, null if it has no plan to follow yet
   */
  public static Optional<PublishLock> on(
      ModuleId module, Known environment, @Nullable Preparing progress) {
    var upgrade = environment.openUpgrade();
    if (upgrade == null) {
      return Optional.empty();
    }
    var unprepared = new ArrayList<UnpreparedModule>();
    add(unprepared, module, progress);
    var registered = environment.modules().get(module);
    if (registered != null) {
      registered.producers().forEach(producer -> add(unprepared, producer, progress));
    }
    return environment.lock() == LockPolicy.MODULE && unprepared.isEmpty()
        ? Optional.empty()
        : Optional.of(new PublishLock(upgrade, unprepared));
  }

  private static void add(
      List<UnpreparedModule> unprepared, ModuleId module, @Nullable Preparing progress) {
    var stands = progress == null ? ModuleProgress.PENDING : progress.progress(module);
    if (stands != ModuleProgress.PREPARED) {
      unprepared.add(new UnpreparedModule(module, stands == null ? "excluded" : stands.toString()));
    }
  }
}
