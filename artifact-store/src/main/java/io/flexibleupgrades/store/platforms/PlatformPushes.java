package io.flexibleupgrades.store.platforms;

import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.store.blobs.BlobStore;
import io.flexibleupgrades.store.blobs.BundleUploads;
import io.flexibleupgrades.store.blobs.Upload;
import io.flexibleupgrades.store.database.DatabaseSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;

/** Takes platform distributions in: checked, kept as a blob, and only then named by the version. */
@ApplicationScoped
class PlatformPushes {
  private final BundleUploads uploads;
  private final PlatformBundle bundle;
  private final BlobStore blobs;
  private final Platforms platforms;
  private final DatabaseSchema schema;

  PlatformPushes(
      BundleUploads uploads,
      PlatformBundle bundle,
      BlobStore blobs,
      Platforms platforms,
      DatabaseSchema schema) {
    this.uploads = uploads;
    this.bundle = bundle;
    this.blobs = blobs;
    this.platforms = platforms;
    this.schema = schema;
  }

  /**
   * Returns false if the version named these bits already.
   *
   * @param declaredBytes what the client says it will send, negative when it does not
   */
  boolean push(PlatformVersion version, InputStream content, long declaredBytes)
      throws IOException {
    schema.requireReady();
    try (var upload = uploads.receive(content, declaredBytes)) {
      var descriptor = checked(upload, version);
      blobs.keep(upload);
      return platforms.put(descriptor, upload);
    }
  }

  private PlatformDescriptor checked(Upload upload, PlatformVersion version) throws IOException {
    try {
      return bundle.read(upload.file(), version);
    } catch (IOException e) {
      // The libraries are unpacked to be looked at.
      upload.explain(e);
      throw e;
    }
  }
}
