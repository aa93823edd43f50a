package io.flexibleupgrades.worker.artifacts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.MessageJson;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.ProducerArtifact;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an artifact says of itself.
 *
 * @param compiler such as {@code javac 25.0.1}
 * @param options of the platform that the compiler was given
 * @param surfaceBelow of the artifacts that it consumes directly; null before there were surfaces
 * @param classPath all artifacts it was compiled against, sorted by module
 */
@JsonPropertyOrder({
  "module",
  "platformVersion",
  "platformDigest",
  "sourceDigest",
  "compiler",
  "options",
  "surfaceBelow",
  "classPath"
})
@JsonIgnoreProperties(ignoreUnknown = true)
public record ArtifactMetadata(
    ModuleId module,
    PlatformVersion platformVersion,
    Digest platformDigest,
    Digest sourceDigest,
    String compiler,
    List<String> options,
    @Nullable String surfaceBelow,
    List<ProducerArtifact> classPath) {
  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final JsonMapper JSON = MessageJson.mapper();

  public ArtifactMetadata {
    options = List.copyOf(options);
    classPath = List.copyOf(classPath);
  }

  /** Returns the JSON that stands in the artifact; alike metadata gives alike text. */
  public String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns the metadata that this JSON says.
   *
   * @throws IOException if it says anything else, or too much
   */
  static ArtifactMetadata read(InputStream json) throws IOException {
    var bytes = json.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException("its metadata has more than %,d bytes".formatted(MOST_BYTES));
    }
    var metadata = JSON.readValue(bytes, ArtifactMetadata.class);
    if (metadata == null) {
      throw new IOException("its metadata is null");
    }
    return metadata;
  }
}
