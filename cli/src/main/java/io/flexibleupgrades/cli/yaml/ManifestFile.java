package io.flexibleupgrades.cli.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML file of keys with texts or lists of texts. Values are taken as they are written, so that
 * the version {@code 11.10} stays one. No object is ever built from the file.
 */
public final class ManifestFile {
  private static final int LARGEST_BYTES = 64 * 1024;
  private static final int DEEPEST_NESTING = 10;
  private static final int MOST_ALIASES = 10;

  private final Path file;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  private ManifestFile(Path file) {
    this.file = file;
  }

  /** Returns the file's content, or refuses it with the place that is wrong. */
  public static ManifestFile read(Path file) {
    var manifest = new ManifestFile(file);
    manifest.accept(parse(file, text(file)));
    return manifest;
  }

  /** Returns the text of this key, or nothing if it is missing or null. */
  public Optional<String> text(String key) {
    var node = values.get(key);
    if (node == null || Tag.NULL.equals(node.getTag())) {
      return Optional.empty();
    }
    return Optional.of(scalar(key, node));
  }

  /** Returns the text of this key, or refuses the file without it. */
  public String required(String key, String example) {
    return text(key)
        .filter(text -> !text.isBlank())
        .orElseThrow(() ->
            malformed(key, "The key '" + key + "' is missing.", "Add a line `" + example + "`."));
  }

  /** Returns the texts that this key lists; none if it is missing or null. */
  public List<String> texts(String key) {
    var node = values.get(key);
    if (node == null || Tag.NULL.equals(node.getTag())) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw malformed(
          key, "'" + key + "' is no list.", "Write it as `" + key + ": [A, B]`, or `[]`.");
    }
    var texts = new ArrayList<String>();
    for (var element : sequence.getValue()) {
      texts.add(scalar(key, element));
    }
    return texts;
  }

  /** Returns a note about each key that is none of these, with its line. */
  public List<String> unknownKeys(Set<String> known) {
    return lines.entrySet().stream()
        .filter(entry -> !known.contains(entry.getKey()))
        .map(entry ->
            "%s:%d: the unknown key '%s' is ignored; the keys are %s."
                .formatted(file, entry.getValue(), entry.getKey(), String.join(", ", known)))
        .toList();
  }

  /** Returns the exception that refuses the file because of this key. */
  public MalformedManifestException malformed(String key, String what, String remedy) {
    return new MalformedManifestException(file, lines.getOrDefault(key, 0), what, remedy);
  }

  private String scalar(String key, Node node) {
    if (node instanceof ScalarNode scalar && !Tag.NULL.equals(node.getTag())) {
      return scalar.getValue();
    }
    throw new MalformedManifestException(
        file,
        line(node),
        "'" + key + "' holds something that is no text.",
        "Write a plain name or number there.");
  }

  private void accept(Node root) {
    if (!(root instanceof MappingNode mapping)) {
      throw new MalformedManifestException(
          file,
          line(root),
          "It does not consist of keys with values.",
          "Write `key: value` lines.");
    }
    for (var tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new MalformedManifestException(
            file, line(tuple.getKeyNode()), "A key is no text.", "Write `key: value` lines.");
      }
      if (lines.put(key.getValue(), line(key)) != null) {
        throw malformed(
            key.getValue(),
            "The key '" + key.getValue() + "' occurs twice.",
            "Keep one of the two lines.");
      }
      values.put(key.getValue(), tuple.getValueNode());
    }
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static Node parse(Path file, String text) {
    var options = new LoaderOptions();
    options.setCodePointLimit(LARGEST_BYTES);
    options.setNestingDepthLimit(DEEPEST_NESTING);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setAllowDuplicateKeys(false);
    try {
      var root = new Yaml(new SafeConstructor(options)).compose(new java.io.StringReader(text));
      if (root == null) {
        throw new MalformedManifestException(file, 0, "It is empty.", "Write `key: value` lines.");
      }
      return root;
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      throw notYaml(file, mark == null ? 0 : mark.getLine() + 1, String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      throw notYaml(file, 0, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static MalformedManifestException notYaml(Path file, int line, String problem) {
    return new MalformedManifestException(
        file, line, "It is no YAML that can be read: " + problem + ".", "Correct the file.");
  }

  private static String text(Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new MalformedManifestException(
            file, 0, "It is no regular file.", "Put the file itself there, not a link.");
      }
      if (Files.size(file) > LARGEST_BYTES) {
        throw new MalformedManifestException(file, 0, "It is larger than 64 KiB.", "Shorten it.");
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedManifestException(
          file, 0, "It is not written in UTF-8.", "Save it as UTF-8.");
    } catch (IOException e) {
      throw new MalformedManifestException(
          file, 0, "It cannot be read: " + e + ".", "Check the file and its permissions.");
    }
  }
}
