package io.flexibleupgrades.orchestrator.deployment;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.MessageJson;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a runtime reads of a deployed module, {@code manifest.json} in the module's folder.
 *
 * @param deployment number of the release; a larger one is a later one
 * @param file the artifact's file, in the manifest's folder
 * @param producers the modules that it consumes directly, deployed beside it
 */
record ReleaseManifest(
    EnvironmentName environment,
    ModuleId module,
    long deployment,
    String publish,
    PlatformVersion platformVersion,
    Digest platformDigest,
    Digest artifact,
    String file,
    List<ModuleId> producers,
    Map<String, String> settings) {
  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).addModule(MessageJson.module()).build();

  static ReleaseManifest of(Release release) {
    var settings = new TreeMap<String, String>();
    for (Setting setting : release.settings()) {
      settings.put(setting.key(), setting.value());
    }
    return new ReleaseManifest(
        release.environment(),
        release.module(),
        release.number(),
        release.publish().toString(),
        release.platform().version(),
        release.platform().digest(),
        release.artifact(),
        release.artifact() + ".jar",
        release.producers(),
        settings);
  }

  static ReleaseManifest read(Path file) throws IOException {
    return JSON.readValue(Files.readAllBytes(file), ReleaseManifest.class);
  }

  byte[] json() throws IOException {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
  }
}
