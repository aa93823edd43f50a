package io.flexibleupgrades.store.platforms;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.store.blobs.Upload;
import io.flexibleupgrades.store.database.DatabaseSchema;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which bits each platform version names. */
@ApplicationScoped
public class Platforms implements PanacheRepositoryBase<StoredPlatform, String> {
  private final DatabaseSchema schema;
  private final Clock clock = Clock.systemUTC();

  Platforms(DatabaseSchema schema) {
    this.schema = schema;
  }

  /** Returns false if the version named these bits already. */
  @Transactional
  boolean put(PlatformDescriptor descriptor, Upload upload) {
    schema.requireReady();
    // Pushes are rare: one at a time is simpler than a race for a new row.
    getEntityManager()
        .createNativeQuery("LOCK TABLE platform IN SHARE ROW EXCLUSIVE MODE")
        .executeUpdate();
    var row = findById(descriptor.version().value());
    if (row != null && row.digest.equals(upload.digest().value())) {
      return false;
    }
    boolean known = row != null;
    if (row == null) {
      row = new StoredPlatform();
      row.version = descriptor.version().value();
    }
    row.digest = upload.digest().value();
    row.release = descriptor.release();
    row.options = descriptor.options();
    row.bytes = upload.bytes();
    row.pushedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (!known) {
      persist(row);
    }
    return true;
  }

  @Transactional
  Optional<PlatformDistribution> get(PlatformVersion version) {
    schema.requireReady();
    return findByIdOptional(version.value()).map(PlatformDistribution::of);
  }

  @Transactional
  List<PlatformDistribution> all() {
    schema.requireReady();
    return streamAll()
        .map(PlatformDistribution::of)
        .sorted(Comparator.comparing(PlatformDistribution::version).reversed())
        .toList();
  }

  /** Returns the bundles that the versions name. */
  @Transactional
  public List<Digest> bundles() {
    schema.requireReady();
    return streamAll().map(row -> new Digest(row.digest)).toList();
  }
}
