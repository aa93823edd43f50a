package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module of the factory.
 *
 * @param source digest of its source bundle, null if it has none
 * @param sourceBytes size of its source bundle
 * @param defect why it cannot be compiled, null if nothing stands against it
 * @param running whether it was published successfully at least once, or adopted as running
 * @param settings in alphabetical order of their keys
 * @param settingsVersion how often it was configured
 * @param published the artifact that was published last, null if none was
 */
public record CatalogueModule(
    ModuleId module,
    ModuleKind kind,
    List<ModuleId> producers,
    @Nullable Digest source,
    long sourceBytes,
    @Nullable String defect,
    boolean running,
    List<Setting> settings,
    int settingsVersion,
    @Nullable Made published) {
  public CatalogueModule {
    producers = List.copyOf(producers);
    settings = List.copyOf(settings);
  }

  static CatalogueModule registered(
      ModuleId module,
      ModuleKind kind,
      List<ModuleId> producers,
      @Nullable Digest source,
      long sourceBytes,
      @Nullable String defect) {
    return new CatalogueModule(
        module, kind, producers, source, sourceBytes, defect, false, List.of(), 0, null);
  }

  /** Returns the compile-time options that its settings name. */
  public List<String> options() {
    return CompileOptions.in(settings);
  }

  /** Returns what stands in this one for all that an import changes. */
  CatalogueModule changed(CatalogueModule now) {
    return new CatalogueModule(
        module,
        now.kind,
        now.producers,
        now.source,
        now.sourceBytes,
        now.defect,
        running,
        settings,
        settingsVersion,
        published);
  }

  CatalogueModule adopted() {
    return with(true, settings, settingsVersion, published);
  }

  CatalogueModule configured(List<Setting> now, int version) {
    return with(running, now, version, published);
  }

  CatalogueModule published(Made made) {
    return with(true, settings, settingsVersion, made);
  }

  private CatalogueModule with(
      boolean runs, List<Setting> now, int version, @Nullable Made latest) {
    return new CatalogueModule(
        module, kind, producers, source, sourceBytes, defect, runs, now, version, latest);
  }
}
