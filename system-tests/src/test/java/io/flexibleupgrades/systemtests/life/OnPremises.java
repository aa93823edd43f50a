package io.flexibleupgrades.systemtests.life;

import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small factory with system modules, imported into on-premises environments. */
final class OnPremises {
  static final int MODULES = 4;

  private OnPremises() {}

  /** Makes an environment on the old platform whose modules run. */
  static void create(RunningSystem system, String environment) throws IOException {
    var cli = system.cli();
    cli.succeed(
        "environment",
        "create",
        environment,
        "--kind",
        "on-premises",
        "--edition",
        "enterprise",
        "--platform",
        RunningSystem.OLD_PLATFORM);
    cli.succeed("import", factory(environment).toString(), "--env", environment, "--running");
  }

  private static Path factory(String name) throws IOException {
    var folder = Files.createDirectories(Path.of("target", "factories", name)).toAbsolutePath();
    module(folder, "SystemComponents", "system", "", "");
    module(folder, "ServiceCenter", "system", "SystemComponents", "SystemComponents.NAME");
    module(folder, "Orders", "library", "", "");
    module(folder, "Billing", "application", "Orders", "Orders.NAME");
    return folder;
  }

  private static void module(
      Path factory, String name, String kind, String producers, String expression)
      throws IOException {
    var folder = factory.resolve(name);
    var sources = Files.createDirectories(folder.resolve("src/premises"));
    Files.writeString(
        folder.resolve("module.yaml"),
        "name: %s\nkind: %s\nproducers: [%s]\n".formatted(name, kind, producers));
    Files.writeString(
        sources.resolve(name + ".java"),
        "package premises;\n\npublic class %s {\n  public static final String NAME = \"%s\" + %s;\n}\n"
            .formatted(name, name, expression.isEmpty() ? "\"\"" : expression));
  }
}
