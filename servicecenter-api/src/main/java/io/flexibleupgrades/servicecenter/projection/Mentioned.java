package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleAdopted;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleChanged;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleConfigured;
import io.flexibleupgrades.events.EnvironmentEvent.ModulePublished;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRegistered;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRemoved;
import io.flexibleupgrades.events.EnvironmentEvent.PublishEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleRecovered;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.ModulesExcluded;
import io.flexibleupgrades.events.PreparationEvent.ModulesReenlisted;
import io.flexibleupgrades.events.PreparationEvent.PreparationCancelled;
import io.flexibleupgrades.events.PreparationEvent.PreparationReopened;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Columns;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** The rows that a batch of events can read or change, so that they are read at once before it. */
final class Mentioned {
  private record Unit(UpgradeId upgrade, UnitId unit) {}

  private final Set<EnvironmentName> environments = new LinkedHashSet<>();
  private final Set<UUID> preparations = new LinkedHashSet<>();
  private final Set<FactoryModule> factory = new LinkedHashSet<>();
  private final Set<ModuleInUpgrade> plan = new LinkedHashSet<>();
  private final Set<ModuleInUpgrade> deployed = new LinkedHashSet<>();
  private final Set<Unit> units = new LinkedHashSet<>();
  private final Set<UpgradeId> steered = new LinkedHashSet<>();

  void add(Event event) {
    environments.add(event.environment());
    switch (event) {
      case EnvironmentEvent about -> environment(about);
      case PreparationEvent about -> {
        preparations.add(about.upgradeId().value());
        preparation(about);
      }
    }
  }

  private void environment(EnvironmentEvent event) {
    switch (event) {
      case ModuleRegistered about -> factory(about.environment(), about.module());
      case ModuleChanged about -> factory(about.environment(), about.module());
      case ModuleAdopted about -> factory(about.environment(), about.module());
      case ModuleConfigured about -> factory(about.environment(), about.module());
      case ModuleRemoved about -> factory(about.environment(), about.module());
      case ModulePublished about -> {
        factory(about.environment(), about.module());
        deployed.add(new ModuleInUpgrade(about.publishId().preparation(), about.module()));
      }
      case PublishEnded about -> preparations.add(about.publishId().value());
      case UpgradeStarted about -> preparations.add(about.upgradeId().value());
      case UpgradeEnded about -> preparations.add(about.upgradeId().value());
      case EnvironmentEvent.EnvironmentCreated _,
          EnvironmentEvent.PublishStarted _,
          EnvironmentEvent.UpgradeCancelled _,
          EnvironmentEvent.UpgradeReopened _ -> {
        // They add rows, or change no other row than the environment's.
      }
    }
  }

  private void preparation(PreparationEvent event) {
    var upgrade = event.upgradeId();
    switch (event) {
      case ModulesEnlisted about -> enlisted(upgrade, about.modules());
      case ModulesReenlisted about -> enlisted(upgrade, about.modules());
      case ModulesExcluded about ->
          about.modules().forEach(module -> plan(upgrade, module.module()));
      case ModulePrepareRequested about ->
          about.modules().forEach(module -> plan(upgrade, module.module()));
      case ModulePrepared about -> {
        plan(upgrade, about.module());
        factory(about.environment(), about.module());
      }
      case ModuleFailed about -> plan(upgrade, about.module());
      case ModuleSkipped about -> plan(upgrade, about.module());
      case ModuleRecovered about -> {
        plan(upgrade, about.module());
        plan(about.publishId().preparation(), about.module());
        deployed.add(new ModuleInUpgrade(about.publishId().preparation(), about.module()));
      }
      case PrepareAttemptFailed about -> units.add(new Unit(upgrade, about.unit()));
      case PreparationCancelled _, PreparationReopened _ -> steered.add(upgrade);
      case PreparationEvent.PlatformUpgraded _,
          PreparationEvent.PlatformUpgradeFailed _,
          PreparationEvent.PreparationConfirmed _,
          PreparationEvent.SystemPublishStarted _,
          PreparationEvent.SystemPublishEnded _,
          PreparationEvent.PreparationRefused _,
          PreparationEvent.PreparationStarted _,
          PreparationEvent.PreparationPaused _,
          PreparationEvent.PreparationResumed _,
          PreparationEvent.PreparationEnded _ -> {
        // About the upgrade as a whole.
      }
    }
  }

  private void enlisted(UpgradeId upgrade, Iterable<EnlistedModule> modules) {
    modules.forEach(module -> plan(upgrade, module.module()));
  }

  private void plan(UpgradeId upgrade, ModuleId module) {
    plan.add(new ModuleInUpgrade(upgrade, module));
  }

  private void factory(EnvironmentName environment, ModuleId module) {
    factory.add(new FactoryModule(environment, module));
  }

  Set<EnvironmentName> environments() {
    return environments;
  }

  /** Returns the ids of upgrades and publishes. */
  Set<UUID> preparations() {
    return preparations;
  }

  /** Returns environment and name of modules of a factory. */
  Columns factory() {
    var columns = new Columns("text", "text");
    factory.forEach(module -> columns.add(module.environment().value(), module.module().value()));
    return columns;
  }

  /** Returns id of the plan and name of modules. */
  Columns plan() {
    return modules(plan);
  }

  /** Returns id of the publish and name of modules that were published. */
  Columns deployed() {
    return modules(deployed);
  }

  private static Columns modules(Set<ModuleInUpgrade> modules) {
    var columns = new Columns("uuid", "text");
    modules.forEach(module -> columns.add(module.upgrade().value(), module.module().value()));
    return columns;
  }

  /** Returns id of the plan and name of units an attempt at which came to nothing. */
  Columns units() {
    var columns = new Columns("uuid", "text");
    units.forEach(unit -> columns.add(unit.upgrade().value(), unit.unit().value()));
    return columns;
  }

  /** Returns the ids of plans all of whose open modules change at once. */
  Columns steered() {
    var columns = new Columns("uuid");
    steered.forEach(upgrade -> columns.add(upgrade.value()));
    return columns;
  }
}
