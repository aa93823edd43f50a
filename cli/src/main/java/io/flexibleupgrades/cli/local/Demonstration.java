package io.flexibleupgrades.cli.local;

import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.cli.command.InterruptedCommandException;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.environment.NewEnvironment;
import io.flexibleupgrades.cli.factory.FactoryImport;
import io.flexibleupgrades.cli.factory.ImportCommand;
import io.flexibleupgrades.cli.platform.PlatformPush;
import io.flexibleupgrades.cli.upgrade.Follower;
import io.flexibleupgrades.cli.upgrade.ProgressView;
import io.flexibleupgrades.cli.upgrade.StartedUpgrade;
import io.flexibleupgrades.cli.upgrade.UpgradeStatus;
import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.LockPolicy;
import io.flexibleupgrades.events.PlatformVersion;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** The story that the demonstration tells: a factory on the old platform gets the new one. */
final class Demonstration {
  static final EnvironmentName ENVIRONMENT = new EnvironmentName("demo");

  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Connection connection;
  private final Session session;

  Demonstration(Connection connection, Session session) {
    this.connection = connection;
    this.session = session;
  }

  /** Returns how the environment stands at the end of the preparation. */
  UpgradeStatus run(Future<SampleBundles> bundles) {
    var terminal = session.terminal();
    var samples = result(bundles);
    for (var platform : samples.platforms()) {
      terminal.say(PlatformPush.push(platform, connection.store()).sentence());
    }
    new NewEnvironment(
            ENVIRONMENT,
            EnvironmentKind.CLOUD,
            "enterprise",
            new PlatformVersion(SampleBundles.FROM),
            LockPolicy.ENVIRONMENT)
        .create(connection.orchestrator());
    var imported =
        new FactoryImport(connection, terminal).run(samples.factory(), ENVIRONMENT, true);
    terminal.say(imported.sentence());
    ImportCommand.show(imported, terminal);
    var upgrade =
        StartedUpgrade.start(
            connection, ENVIRONMENT, new PlatformVersion(SampleBundles.TO), session.userName());
    terminal.say("Upgrade of demo to %s is started.".formatted(SampleBundles.TO));
    return follow(upgrade);
  }

  private UpgradeStatus follow(StartedUpgrade upgrade) {
    var terminal = session.terminal();
    var view = new ProgressView(terminal);
    var modules = new SettledModules(connection, ENVIRONMENT, upgrade, terminal);
    return new Follower(connection, ENVIRONMENT, terminal)
        .await(
            status -> upgrade.isSubjectOf(status) && status.state().isEnd(),
            LONGEST,
            status -> {
              if (upgrade.isSubjectOf(status)) {
                modules.tell();
                view.show(status);
              }
            })
        .orElseThrow(() ->
            new CommandFailedException(
                "The preparation has not ended within "
                    + LONGEST.toMinutes()
                    + " minutes. The logs are in the data folder's folder logs."));
  }

  private static SampleBundles result(Future<SampleBundles> bundles) {
    try {
      return bundles.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CommandFailedException failure) {
        throw failure;
      }
      throw new IllegalStateException("The samples cannot be bundled.", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptedCommandException("bundling the samples", e);
    }
  }
}
