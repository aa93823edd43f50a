package io.flexibleupgrades.store.blobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.PositiveOrZero;
import java.nio.file.Path;

/** Where blobs are kept, and how much room they may take. */
@ConfigMapping(prefix = "flexup.store")
public interface StorageSettings {
  /** Folder of the blobs; made when it is not there. */
  @WithDefault("${user.home}/.flexup/state/store")
  Path folder();

  /**
   * What the folder may hold in all, in bytes; uploads in progress and quarantined blobs count. 0:
   * as much as the file system has.
   */
  @WithDefault("0")
  @PositiveOrZero
  long quotaBytes();

  /**
   * What an upload leaves free on the file system, in bytes (256 MiB): a database that shares it
   * must not run out of room.
   */
  @WithDefault("268435456")
  @PositiveOrZero
  long reserveBytes();
}
