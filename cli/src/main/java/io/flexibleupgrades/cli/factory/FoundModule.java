package io.flexibleupgrades.cli.factory;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import java.nio.file.Path;
import java.util.List;

/** A module as its folder shows it. */
sealed interface FoundModule {

  ModuleId name();

  ModuleKind kind();

  List<ModuleId> producers();

  Path folder();

  /** A module whose manifest is in order. */
  record Sound(ModuleId name, ModuleKind kind, List<ModuleId> producers, Path folder)
      implements FoundModule {
    public Sound {
      producers = List.copyOf(producers);
    }

    /** Returns the folder whose files are its source. */
    Path sources() {
      return folder.resolve("src");
    }

    Defective because(Defect defect) {
      return new Defective(name, kind, producers, folder, defect);
    }
  }

  /** A module that is registered only so that everybody sees what is wrong with it. */
  record Defective(
      ModuleId name, ModuleKind kind, List<ModuleId> producers, Path folder, Defect defect)
      implements FoundModule {
    public Defective {
      producers = List.copyOf(producers);
    }
  }
}
