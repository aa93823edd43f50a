package io.flexibleupgrades.cli.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.http.ServiceClient;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.PlatformVersion;
import java.io.FileNotFoundException;

/**
 * What pushing a distribution did.
 *
 * @param outcome in relation to what the store had under this version
 */
public record PlatformPush(PlatformVersion version, Digest digest, Outcome outcome) {
  /** What the store had before. */
  public enum Outcome {
    NEW("new"),
    SAME("same"),
    REPLACED("replaced");

    private final String text;

    Outcome(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Pushes a distribution to the store. */
  public static PlatformPush push(PlatformDistribution distribution, ServiceClient store) {
    var path = ApiPath.of("platforms", distribution.version());
    var digest = distribution.bundle().digest();
    var outcome =
        store
            .find(path)
            .map(known -> isSame(known, digest) ? Outcome.SAME : Outcome.REPLACED)
            .orElse(Outcome.NEW);
    try {
      store.upload(path, distribution.bundle().file());
    } catch (FileNotFoundException e) {
      throw new CommandFailedException("The bundled distribution is gone; push again.", e);
    }
    return new PlatformPush(distribution.version(), digest, outcome);
  }

  /** Returns the outcome in a sentence. */
  public String sentence() {
    return switch (outcome) {
      case NEW -> "Platform %s is pushed (%s).".formatted(version, digest);
      case SAME ->
          "Platform %s was there already with the same bits (%s).".formatted(version, digest);
      case REPLACED ->
          "Platform %s is replaced: the store had other bits under this version (now %s)."
              .formatted(version, digest);
    };
  }

  private static boolean isSame(JsonNode known, Digest digest) {
    return known.path("digest").asText().equals(digest.value());
  }
}
