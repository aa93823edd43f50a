package io.flexibleupgrades.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The golden files as they are committed, read without the contract's own codec. */
final class GoldenFiles {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final String ENDING = ".json";

  private GoldenFiles() {}

  static Set<String> names() {
    try (var files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> headers(Golden golden) {
    var headers = new HashMap<String, String>();
    file(golden)
        .get("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().textValue()));
    return headers;
  }

  static JsonNode payload(Golden golden) {
    return file(golden).get("payload");
  }

  static WireMessage message(Golden golden) {
    return message(golden, payload(golden));
  }

  /** Returns the golden's record with another payload. */
  static WireMessage message(Golden golden, JsonNode payload) {
    return new WireMessage(headers(golden), bytes(payload));
  }

  static byte[] bytes(JsonNode json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode file(Golden golden) {
    try {
      return JSON.readTree(Files.readAllBytes(FOLDER.resolve(golden.file() + ENDING)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
