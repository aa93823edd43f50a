package io.flexibleupgrades.store.blobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Opens the blobs' folder when the service starts, so that a wrong setting stops it at once. */
final class Storage {
  @Produces
  @Singleton
  @Startup
  BlobStore blobs(StorageSettings settings, MeterRegistry meters) {
    try {
      return FileSystemBlobs.open(settings, meters);
    } catch (IOException e) {
      throw new IllegalStateException(
          ("The folder '%s' cannot be used for blobs (%s). Set FLEXUP_STORE_FOLDER to a folder that"
                  + " the store may write.")
              .formatted(settings.folder(), e),
          e);
    }
  }

  void close(@Disposes BlobStore blobs) {
    if (blobs instanceof FileSystemBlobs files) {
      try {
        files.close();
      } catch (IOException e) {
        throw new IllegalStateException("The folder of uploads cannot be removed.", e);
      }
    }
  }
}
