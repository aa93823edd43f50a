package io.flexibleupgrades.cli.platform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flexibleupgrades.cli.bundle.ScratchFolder;
import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code flexup platform push}. */
@Command(
    name = "push",
    description =
        "Stores a platform distribution: platform.yaml with lib/*.jar or src, which is compiled.")
@SuppressWarnings("NullAway.Init")
public final class PlatformPushCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "DIR", description = "The distribution's folder.")
  private Path folder;

  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public PlatformPushCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var terminal = session.terminal();
    try (var connection = system.connect(session);
        var scratch = new ScratchFolder()) {
      var source = folder.toAbsolutePath().normalize();
      var distribution = PlatformDistribution.bundle(source, scratch.path(), terminal::say);
      var push = PlatformPush.push(distribution, connection.store());
      if (output.isJson()) {
        terminal
            .json()
            .print(
                JsonNodeFactory.instance
                    .objectNode()
                    .put("version", push.version().value())
                    .put("digest", push.digest().value())
                    .put("outcome", push.outcome().toString()));
      } else {
        terminal.print(push.sentence());
      }
      return ExitCode.OK;
    }
  }
}
