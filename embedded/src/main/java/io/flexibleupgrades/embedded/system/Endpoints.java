package io.flexibleupgrades.embedded.system;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the running product is reached; kept in {@code endpoints.json} of the data folder while it
 * runs and is ready.
 */
public record Endpoints(URI serviceCenter, URI orchestrator, URI store) {

  private static final String FILE = "endpoints.json";

  /** Returns what the data folder's running product has written, if there is one. */
  public static Optional<Endpoints> read(Path dataFolder) throws IOException {
    var file = dataFolder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var text = Files.readString(file);
    return Optional.of(
        new Endpoints(
            address(text, "serviceCenter", file),
            address(text, "orchestrator", file),
            address(text, "store", file)));
  }

  static Endpoints of(Ports ports) {
    return new Endpoints(
        local(ports.serviceCenter()), local(ports.orchestrator()), local(ports.store()));
  }

  void write(Path dataFolder) throws IOException {
    var text =
        "{\"serviceCenter\":\"%s\",\"orchestrator\":\"%s\",\"store\":\"%s\"}\n"
            .formatted(serviceCenter, orchestrator, store);
    var next = dataFolder.resolve(FILE + ".next");
    Files.writeString(next, text);
    Files.move(
        next,
        dataFolder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  static void remove(Path dataFolder) throws IOException {
    Files.deleteIfExists(dataFolder.resolve(FILE));
  }

  static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static URI address(String text, String name, Path file) throws IOException {
    var value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(text);
    if (!value.find()) {
      throw new IOException(file + " does not name the address of " + name);
    }
    return URI.create(value.group(1));
  }
}
