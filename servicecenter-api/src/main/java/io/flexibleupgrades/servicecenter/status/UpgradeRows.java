package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.UpgradeId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The view of all upgrades. */
@ApplicationScoped
public class UpgradeRows implements PanacheRepositoryBase<UpgradeRow, UUID> {

  /**
   * Returns the upgrade's row.
   *
   * @throws UpgradeNotFoundException if no event of the upgrade was seen
   */
  public UpgradeRow require(UpgradeId id) {
    return findByIdOptional(id.value()).orElseThrow(() -> new UpgradeNotFoundException(id));
  }

  /** Reads these upgrades' rows at once, so that finding each of them reads nothing more. */
  public void read(Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      list("id in ?1", ids);
    }
  }

  /**
   * Returns the upgrade's row, a new one if there is none: its stream and its environment's can
   * mention it first.
   */
  public UpgradeRow findOrAdd(UpgradeId id, EnvironmentRow environment) {
    var known = findById(id.value());
    if (known != null) {
      return known;
    }
    var added = new UpgradeRow(id, environment.name(), environment.nextUpgrade());
    persist(added);
    return added;
  }

  /** Returns the upgrades of an environment, newest first. */
  public List<UpgradeRow> of(EnvironmentName environment) {
    return list("environment", Sort.by("ordinal").descending(), environment.value());
  }

  /** Returns the latest upgrades of an environment, newest first. */
  public List<UpgradeRow> latest(EnvironmentName environment, int limit) {
    return find("environment", Sort.by("ordinal").descending(), environment.value())
        .page(0, limit)
        .list();
  }
}
