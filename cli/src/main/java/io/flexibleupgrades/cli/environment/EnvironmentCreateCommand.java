package io.flexibleupgrades.cli.environment;

import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.LockPolicy;
import io.flexibleupgrades.events.PlatformVersion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flexup environment create}. */
@Command(name = "create", description = "Makes an environment.")
@SuppressWarnings("NullAway.Init")
public final class EnvironmentCreateCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Name of the new environment.")
  private EnvironmentName name;

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "cloud|on-premises",
      description = "Whether a preparation starts by itself or waits for a confirmation.")
  private EnvironmentKind kind;

  @Option(
      names = "--edition",
      required = true,
      paramLabel = "E",
      description = "Edition, such as enterprise; free cannot be upgraded.")
  private String edition;

  @Option(
      names = "--platform",
      required = true,
      paramLabel = "VERSION",
      description = "Version that it runs; pushed before with `flexup platform push`.")
  private PlatformVersion platform;

  @Option(
      names = "--lock",
      paramLabel = "environment|module",
      description = "What is locked during a preparation (default: environment).")
  private LockPolicy lock = LockPolicy.ENVIRONMENT;

  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public EnvironmentCreateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (var connection = system.connect(session)) {
      var environment = new NewEnvironment(name, kind, edition, platform, lock);
      var answer = environment.create(connection.orchestrator());
      if (output.isJson()) {
        session.terminal().json().print(answer.body());
      } else {
        session
            .terminal()
            .print(
                "Environment %s (%s, edition %s, platform %s) %s."
                    .formatted(
                        name,
                        kind,
                        edition,
                        platform,
                        answer.created() ? "is created" : "exists just so"));
      }
      return ExitCode.OK;
    }
  }
}
