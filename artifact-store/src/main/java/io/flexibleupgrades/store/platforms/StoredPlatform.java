package io.flexibleupgrades.store.platforms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The row that says which bits a platform version names now. */
@Entity
@Table(name = "platform")
class StoredPlatform {
  @Id String version;

  @Column(columnDefinition = "char(64)")
  String digest;

  int release;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(columnDefinition = "text[]")
  List<String> options;

  long bytes;

  @Column(name = "pushed_at")
  Instant pushedAt;

  @SuppressWarnings("NullAway.Init")
  StoredPlatform() {}
}
