package io.flexibleupgrades.systemtests.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The keys and values of one file; a value that is missing or of another type is an error. */
record YamlFile(Path path, Map<?, ?> values) {

  static YamlFile read(Path path) throws IOException {
    Object content =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(path));
    if (content instanceof Map<?, ?> values) {
      return new YamlFile(path, values);
    }
    throw new IllegalStateException(path + " has no keys.");
  }

  String text(String key) {
    return value(key, String.class);
  }

  int number(String key) {
    return value(key, Integer.class);
  }

  List<String> texts(String key) {
    return texts(key, values.get(key));
  }

  Map<String, List<String>> textsByName(String key) {
    Map<String, List<String>> texts = new TreeMap<>();
    if (values.get(key) instanceof Map<?, ?> entries) {
      entries.forEach((name, list) -> texts.put(String.valueOf(name), texts(key, list)));
      return texts;
    }
    throw new IllegalStateException("%s: '%s' must map names to lists.".formatted(path, key));
  }

  private List<String> texts(String key, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw new IllegalStateException(
        "%s: '%s' must hold lists, but is %s".formatted(path, key, value));
  }

  private <T> T value(String key, Class<T> type) {
    Object value = values.get(key);
    if (!type.isInstance(value)) {
      throw new IllegalStateException(
          "%s: '%s' must be a %s, but is %s".formatted(path, key, type.getSimpleName(), value));
    }
    return type.cast(value);
  }
}
