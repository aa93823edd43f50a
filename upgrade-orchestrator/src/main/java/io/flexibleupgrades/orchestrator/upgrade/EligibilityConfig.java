package io.flexibleupgrades.orchestrator.upgrade;

import io.flexibleupgrades.events.PlatformVersion;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.eclipse.microprofile.config.spi.Converter;

/** Which upgrades prepare modules instead of republishing them. */
@ConfigMapping(prefix = "flexup.eligibility")
interface EligibilityConfig {

  /** The major version that a preparation leads from and to (number). */
  @WithDefault("11")
  int major();

  /** The lowest version that modules can be prepared for (platform version). */
  @WithDefault("11.9")
  @WithConverter(VersionConverter.class)
  PlatformVersion minimum();

  /** Reads a platform version. */
  final class VersionConverter implements Converter<PlatformVersion> {
    private static final long serialVersionUID = 1L;

    @Override
    public PlatformVersion convert(String value) {
      return new PlatformVersion(value);
    }
  }
}
