package io.flexibleupgrades.servicecenter.modules;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.servicecenter.database.Snapshot;
import io.flexibleupgrades.servicecenter.status.EnvironmentRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Answers with all modules of a list at once, each list as of one moment. */
@ApplicationScoped
public class ModuleExports {
  private final Snapshot snapshot;
  private final EnvironmentRows environments;
  private final ModuleRows rows;
  private final ObjectMapper json;

  ModuleExports(
      Snapshot snapshot, EnvironmentRows environments, ModuleRows rows, ObjectMapper json) {
    this.snapshot = snapshot;
    this.environments = environments;
    this.rows = rows;
    this.json = json;
  }

  /** Returns the modules as comma-separated values, the names of the columns first. */
  public PackedText csv(EnvironmentName environment, ModuleSelection selection) {
    return PackedText.of(out -> {
      out.write(ModuleLine.HEADER.getBytes(StandardCharsets.UTF_8));
      each(
          environment,
          selection,
          module -> out.write(ModuleLine.of(module).getBytes(StandardCharsets.UTF_8)));
    });
  }

  /** Returns the modules as an array, each as the list of modules has it. */
  public PackedText json(EnvironmentName environment, ModuleSelection selection) {
    return PackedText.of(out -> {
      try (var array = json.writerFor(ModuleItem.class).writeValuesAsArray(out)) {
        each(environment, selection, array::write);
      }
    });
  }

  @FunctionalInterface
  private interface Taker {
    void take(ModuleItem module) throws IOException;
  }

  private void each(EnvironmentName name, ModuleSelection selection, Taker taker) {
    snapshot.read(() -> {
      var environment = environments.require(name);
      rows.eachOfEnvironment(name, environment.latestUpgrade(), selection, unchecked(taker));
      return selection;
    });
  }

  private static Consumer<ModuleItem> unchecked(Taker taker) {
    return module -> {
      try {
        taker.take(module);
      } catch (IOException e) {
        throw new UncheckedIOException("A module cannot be written.", e);
      }
    };
  }
}
