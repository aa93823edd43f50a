package io.flexibleupgrades.store.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;

/** What the HTTP server takes at all, before any resource looks at it. */
@ConfigMapping(prefix = "flexup.store.http")
interface HttpLimits {
  /**
   * Size of a request's body, in bytes (512 MiB). Above the limit of a bundle, so that the rest of
   * a bundle that is too large can be read past and its client gets to see the answer.
   */
  @WithDefault("536870912")
  @Positive
  long maxBodyBytes();
}
