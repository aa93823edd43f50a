package io.flexibleupgrades.cli.factory;

import io.flexibleupgrades.cli.yaml.ManifestFile;
import io.flexibleupgrades.events.Choice;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What {@code module.yaml} says. */
record ModuleManifest(ModuleId name, ModuleKind kind, List<ModuleId> producers) {
  static final String FILE = "module.yaml";

  private static final Set<String> KEYS = new TreeSet<>(Set.of("name", "kind", "producers"));

  ModuleManifest {
    producers = List.copyOf(producers);
  }

  /** Returns the manifest in this file, or refuses it; notes are told what is ignored in it. */
  static ModuleManifest read(Path file, Consumer<String> notes) {
    var manifest = ManifestFile.read(file);
    manifest.unknownKeys(KEYS).forEach(notes);
    return new ModuleManifest(name(manifest), kind(manifest), producers(manifest));
  }

  private static ModuleId name(ManifestFile manifest) {
    try {
      return new ModuleId(manifest.required("name", "name: Orders"));
    } catch (IllegalArgumentException e) {
      throw manifest.malformed("name", String.valueOf(e.getMessage()), "Give it another name.");
    }
  }

  private static ModuleKind kind(ManifestFile manifest) {
    var text = manifest.required("kind", "kind: application");
    try {
      return Choice.parse(ModuleKind.class, text);
    } catch (IllegalArgumentException e) {
      throw manifest.malformed("kind", "The kind " + e.getMessage(), "Write one of these.");
    }
  }

  private static List<ModuleId> producers(ManifestFile manifest) {
    var producers = new LinkedHashSet<ModuleId>();
    try {
      manifest.texts("producers").forEach(name -> producers.add(new ModuleId(name)));
    } catch (IllegalArgumentException e) {
      throw manifest.malformed(
          "producers", String.valueOf(e.getMessage()), "Name modules of this factory.");
    }
    return List.copyOf(producers);
  }
}
