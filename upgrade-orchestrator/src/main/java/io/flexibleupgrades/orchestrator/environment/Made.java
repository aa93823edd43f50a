package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.UpgradeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An artifact of a module, and what it was made of.
 *
 * @param platform that it was compiled with
 * @param source digest of the source bundle, null if it was not told
 * @param options compile-time settings of the module
 * @param preparation in whose plan stands what it was compiled against
 */
public record Made(
    Digest artifact,
    Platform platform,
    @Nullable Digest source,
    List<String> options,
    UpgradeId preparation) {
  public Made {
    options = List.copyOf(options);
  }

  /** Whether it was made from the module's source, with its options, as they are now. */
  public boolean isOf(CatalogueModule module) {
    return source != null && source.equals(module.source()) && options.equals(module.options());
  }
}
