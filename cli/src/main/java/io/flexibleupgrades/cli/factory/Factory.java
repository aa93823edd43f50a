package io.flexibleupgrades.cli.factory;

import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.cli.yaml.MalformedManifestException;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A factory on disk: a folder with one folder per module.
 *
 * @param modules in the order of their folders' names, each name once
 * @param notes what was found and left out
 */
public record Factory(Path folder, List<FoundModule> modules, List<String> notes) {
  public Factory {
    modules = List.copyOf(modules);
    notes = List.copyOf(notes);
  }

  /** Returns the factory in a folder, or refuses a folder that holds no module at all. */
  public static Factory read(Path folder) {
    var notes = new ArrayList<String>();
    var found = new ArrayList<FoundModule>();
    for (var candidate : folders(folder)) {
      boolean manifest =
          Files.exists(candidate.resolve(ModuleManifest.FILE), LinkOption.NOFOLLOW_LINKS);
      if (manifest || Files.exists(candidate.resolve("src"), LinkOption.NOFOLLOW_LINKS)) {
        found.add(module(folder, candidate, notes));
      } else {
        notes.add(candidate + ": left out, it has neither module.yaml nor src.");
      }
    }
    if (found.stream().noneMatch(FoundModule.Sound.class::isInstance)
        && found.stream()
            .noneMatch(module -> Files.exists(module.folder().resolve(ModuleManifest.FILE)))) {
      throw new CommandFailedException(
          ("%s is no factory: none of its folders holds a module.yaml. Name the folder that has"
                  + " one folder per module, each with module.yaml and src.")
              .formatted(folder));
    }
    return new Factory(folder, withoutDuplicates(folder, found), notes);
  }

  private static List<Path> folders(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CommandFailedException(
          folder
              + (Files.exists(folder) ? " is no folder." : " does not exist.")
              + " Name the folder of a factory.");
    }
    try (var children = Files.list(folder)) {
      return children
          .filter(Files::isDirectory)
          .filter(child -> !child.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new CommandFailedException("The folder " + folder + " cannot be read: " + e + ".", e);
    }
  }

  private static FoundModule module(Path factory, Path folder, List<String> notes) {
    var name = folder.getFileName().toString();
    var file = folder.resolve(ModuleManifest.FILE);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return defective(
          factory,
          folder,
          new Defect(
              name,
              factory.relativize(file).toString(),
              "The manifest is missing.",
              "Add module.yaml with name, kind and producers."));
    }
    try {
      var manifest = ModuleManifest.read(file, notes::add);
      return new FoundModule.Sound(manifest.name(), manifest.kind(), manifest.producers(), folder);
    } catch (MalformedManifestException e) {
      return defective(factory, folder, new Defect(name, e.where(factory), e.what(), e.remedy()));
    }
  }

  private static FoundModule defective(Path factory, Path folder, Defect defect) {
    return new FoundModule.Defective(
        nameOf(factory, folder), ModuleKind.APPLICATION, List.of(), folder, defect);
  }

  private static ModuleId nameOf(Path factory, Path folder) {
    var name = folder.getFileName().toString();
    try {
      return new ModuleId(name);
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(
          "A folder in %s cannot be imported: %s Rename the folder."
              .formatted(factory, e.getMessage()),
          e);
    }
  }

  private static List<FoundModule> withoutDuplicates(Path factory, List<FoundModule> found) {
    Map<String, List<FoundModule>> byName =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    module -> module.name().value().toLowerCase(Locale.ROOT),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byName.values().stream()
        .map(same -> same.size() == 1 ? same.getFirst() : duplicate(factory, same))
        .toList();
  }

  private static FoundModule duplicate(Path factory, List<FoundModule> same) {
    var first = same.getFirst();
    var folders =
        same.stream()
            .map(module -> factory.relativize(module.folder()).toString())
            .collect(Collectors.joining(", "));
    return new FoundModule.Defective(
        first.name(),
        first.kind(),
        first.producers(),
        first.folder(),
        new Defect(
            first.name().value(),
            folders,
            "These folders have modules of one name (upper and lower case are not told apart): "
                + same.stream().map(m -> m.name().value()).collect(Collectors.joining(", "))
                + ".",
            "Give each module a name of its own."));
  }
}
