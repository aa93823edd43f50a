package io.flexibleupgrades.worker.artifacts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.MessageJson;
import io.flexibleupgrades.events.ModuleId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What earlier compiles of inputs gave, kept by the store under the hash of what a compiler can see
 * of the input. Only successes are kept.
 */
public final class KnownActions {
  private static final int MOST_BYTES = 1024 * 1024;
  private final JsonMapper json = MessageJson.mapper();
  private final StoreClient store;

  public KnownActions(StoreClient store) {
    this.store = store;
  }

  /**
   * The artifacts of a unit.
   *
   * @param input of which they were made, to the last byte; not written like a digest, which would
   *     refer to a blob
   * @param compileTime how long the compiler ran when they were made
   */
  public record Action(String input, Duration compileTime, List<Made> artifacts) {
    public Action {
      Objects.requireNonNull(input);
      artifacts = List.copyOf(artifacts);
    }
  }

  /** One member's artifact and what the compiler said of it. */
  public record Made(ModuleId module, Digest artifact, long artifactBytes, CompilerOutput output) {}

  /** Returns what is known under this key, if all its artifacts are still in the store. */
  public Optional<Action> find(Digest key) throws StoreFaultException, InterruptedException {
    var found = store.action(key.value());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      var action = json.readValue(found.get(), Action.class);
      for (var made : action.artifacts()) {
        if (!store.has(made.artifact())) {
          return Optional.empty();
        }
      }
      return Optional.of(action);
    } catch (IOException | RuntimeException _) {
      // Written by something else: as good as unknown, and replaced after the compile.
      return Optional.empty();
    }
  }

  /** Keeps what an input gave under its key; not kept if it is larger than the store takes. */
  public void remember(Digest key, Action action) throws StoreFaultException, InterruptedException {
    try {
      var bytes = json.writeValueAsBytes(action);
      if (bytes.length <= MOST_BYTES) {
        store.recordAction(key.value(), bytes);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
