package io.flexibleupgrades.orchestrator.collection;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.environment.CatalogueModule;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.OpenUpgrade;
import io.flexibleupgrades.orchestrator.environment.OpenPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationState;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Ended;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.NotStarted;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Planned;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Reopening;
import io.flexibleupgrades.orchestrator.preparation.Preparing;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what environments refer to: sources of registered modules, what runs, what the latest
 * upgrade and every publish in progress are made of and have made, and the platforms of all these.
 */
final class LiveBlobs {
  private final Set<Digest> digests = new HashSet<>();

  Set<Digest> digests() {
    return digests;
  }

  /**
   * Adds what an environment refers to.
   *
   * @param preparations gives the state of an upgrade's or a publish's preparation
   */
  void add(Known environment, Function<UpgradeId, PreparationState> preparations) {
    digests.add(environment.platform().digest());
    environment.modules().values().forEach(this::add);
    add(environment.openUpgrade(), preparations);
    add(environment.latestUpgrade(), preparations);
    for (var publish : environment.publishes().values()) {
      add(publish);
      add(preparations.apply(publish.id().preparation()));
    }
  }

  private void add(CatalogueModule module) {
    add(module.source());
    var published = module.published();
    if (published != null) {
      digests.add(published.artifact());
      digests.add(published.platform().digest());
      add(published.source());
    }
  }

  private void add(
      @Nullable OpenUpgrade upgrade, Function<UpgradeId, PreparationState> preparations) {
    if (upgrade != null) {
      digests.add(upgrade.from().digest());
      digests.add(upgrade.to().digest());
      add(preparations.apply(upgrade.id()));
    }
  }

  private void add(OpenPublish publish) {
    digests.add(publish.platform().digest());
    publish.modules().forEach(module -> add(module.reused()));
  }

  private void add(PreparationState preparation) {
    switch (preparation) {
      case NotStarted _ -> {}
      case Planned(_, _, var enlisted) -> add(enlisted);
      case Preparing preparing -> add(preparing);
      case Ended(_, _, var left) when left == null -> {}
      case Ended(_, _, var left) -> add(left);
      case Reopening(var left, var reenlisted) -> {
        add(left);
        add(reenlisted);
      }
    }
  }

  private void add(Preparing preparing) {
    digests.add(preparing.scope().platform().digest());
    var plan = preparing.plan();
    for (int module = 0; module < plan.moduleCount(); module++) {
      var enlisted = plan.module(module);
      add(enlisted);
      add(preparing.artifact(enlisted.module()));
    }
  }

  private void add(Collection<EnlistedModule> enlisted) {
    enlisted.forEach(this::add);
  }

  private void add(EnlistedModule enlisted) {
    add(enlisted.source());
    var given = enlisted.given();
    if (given != null) {
      given.forEach(producer -> digests.add(producer.artifact()));
    }
  }

  private void add(@Nullable Digest digest) {
    if (digest != null) {
      digests.add(digest);
    }
  }
}
