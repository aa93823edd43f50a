package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.events.EnvironmentName;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The view of all environments. */
@ApplicationScoped
public class EnvironmentRows implements PanacheRepositoryBase<EnvironmentRow, String> {

  /**
   * Returns the environment's row.
   *
   * @throws EnvironmentNotFoundException if no event of the environment was seen
   */
  public EnvironmentRow require(EnvironmentName name) {
    return findByIdOptional(name.value()).orElseThrow(() -> new EnvironmentNotFoundException(name));
  }

  /** Reads these environments' rows at once, so that finding each of them reads nothing more. */
  public void read(Collection<EnvironmentName> names) {
    if (!names.isEmpty()) {
      list("name in ?1", names.stream().map(EnvironmentName::value).toList());
    }
  }

  /** Returns the environment's row, a new one if there is none. */
  public EnvironmentRow findOrAdd(EnvironmentName name) {
    var known = findById(name.value());
    if (known != null) {
      return known;
    }
    var added = new EnvironmentRow(name);
    persist(added);
    return added;
  }

  /** Returns the names of all environments in alphabetical order. */
  public List<EnvironmentName> names() {
    return listAll(Sort.by("name")).stream().map(EnvironmentRow::name).toList();
  }
}
