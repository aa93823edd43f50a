package io.flexibleupgrades.cli.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("B41: one bad module fails alone")
final class FactoryTest {
  @TempDir Path folder;

  @BeforeEach
  void aSoundModuleBesideTheBadOne() throws IOException {
    module("Core", "name: Core\nkind: library\nproducers: []\n");
  }

  @Test
  void readsNamesKindsAndProducers() throws IOException {
    module("shop", "name: Shop\nkind: application\nproducers: [Core, Core, Überweisung]\n");

    assertThat(Factory.read(folder).modules())
        .containsExactly(
            new FoundModule.Sound(
                new ModuleId("Core"), ModuleKind.LIBRARY, List.of(), folder.resolve("Core")),
            new FoundModule.Sound(
                new ModuleId("Shop"),
                ModuleKind.APPLICATION,
                List.of(new ModuleId("Core"), new ModuleId("Überweisung")),
                folder.resolve("shop")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "kind: library                                   | Bad/module.yaml   | 'name' is missing",
        "name: Bad                                       | Bad/module.yaml   | 'kind' is missing",
        "name: Bad\\nkind: gadget                        | Bad/module.yaml:2 | application,"
            + " library",
        "name: Bad\\nkind: library\\nproducers: Core     | Bad/module.yaml:3 | no list",
        "name: Bad\\nkind: library\\nproducers: [{a: b}] | Bad/module.yaml:3 | no text",
        "name: Bad\\nkind: library\\nproducers: [a/b]    | Bad/module.yaml:3 | control character",
        "name: ../evil\\nkind: library                   | Bad/module.yaml:1 | control character",
        "name: Bad\\nname: Worse\\nkind: library         | Bad/module.yaml:2 | twice",
        "name: [unclosed                                 | Bad/module.yaml:1 | no YAML",
        "!!javax.script.ScriptEngineManager [x]          | Bad/module.yaml:1 | not allowed",
        "- just\\n- a list                               | Bad/module.yaml:1 | keys with values",
        "``                                              | Bad/module.yaml   | empty",
      })
  void registersABadManifestAsADefectWithItsLine(String yaml, String where, String what)
      throws IOException {
    module("Bad", yaml.replace("\\n", "\n"));

    var bad = (FoundModule.Defective) Factory.read(folder).modules().getFirst();

    assertThat(bad.name()).isEqualTo(new ModuleId("Bad"));
    assertThat(bad.defect().where()).isEqualTo(where);
    assertThat(bad.defect().what()).contains(what);
    assertThat(bad.defect().remedy()).isNotBlank();
  }

  @Test
  void readsAManifestThatIsABombInNoTime() throws IOException {
    var bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9) + "x"));
    }
    module("Bad", bomb + "name: Bad\nkind: library\n");

    assertThat(Factory.read(folder).modules().getFirst()).isInstanceOf(FoundModule.Defective.class);
  }

  @Test
  void refusesAManifestThatIsNoTextOrALink() throws IOException {
    module("Bad", "");
    Files.write(folder.resolve("Bad/module.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    module("Linked", "");
    Files.delete(folder.resolve("Linked/module.yaml"));
    Files.createSymbolicLink(folder.resolve("Linked/module.yaml"), folder.resolve("elsewhere"));

    assertThat(Factory.read(folder).modules())
        .filteredOn(FoundModule.Defective.class::isInstance)
        .extracting(module -> ((FoundModule.Defective) module).defect().what())
        .containsExactly("It is not written in UTF-8.", "It is no regular file.");
  }

  @Test
  void registersAFolderWithSourcesButNoManifestUnderItsOwnName() throws IOException {
    Files.createDirectories(folder.resolve("Forgotten/src"));

    var forgotten = (FoundModule.Defective) Factory.read(folder).modules().getLast();

    assertThat(forgotten.defect())
        .isEqualTo(
            new Defect(
                "Forgotten",
                "Forgotten/module.yaml",
                "The manifest is missing.",
                "Add module.yaml with name, kind and producers."));
  }

  @Test
  void registersOneNameOfTwoFoldersOnceAndNamesBoth() throws IOException {
    module("One", "name: Orders\nkind: library\n");
    module("Two", "name: ORDERS\nkind: library\n");

    var modules = Factory.read(folder).modules();

    assertThat(modules).hasSize(2);
    assertThat(((FoundModule.Defective) modules.getLast()).defect().where()).isEqualTo("One, Two");
  }

  @Test
  void notesWhatItLeavesOut() throws IOException {
    Files.createDirectories(folder.resolve("docs"));
    Files.createDirectories(folder.resolve(".git"));
    module("Core", "name: Core\nkind: library\nproducer: [Typo]\n");

    assertThat(Factory.read(folder).notes())
        .hasSize(2)
        .anyMatch(note -> note.contains("module.yaml:3") && note.contains("'producer'"))
        .anyMatch(note -> note.contains("docs"));
  }

  @Test
  void refusesAFolderThatIsNoFactory() throws IOException {
    var empty = Files.createDirectories(folder.resolve("Core/src"));

    assertThatExceptionOfType(CommandFailedException.class)
        .isThrownBy(() -> Factory.read(empty))
        .withMessageContaining("is no factory");
    assertThatExceptionOfType(CommandFailedException.class)
        .isThrownBy(() -> Factory.read(folder.resolve("missing")))
        .withMessageContaining("does not exist");
  }

  private void module(String name, String yaml) throws IOException {
    Files.createDirectories(folder.resolve(name).resolve("src"));
    Files.writeString(folder.resolve(name).resolve("module.yaml"), yaml);
  }
}
