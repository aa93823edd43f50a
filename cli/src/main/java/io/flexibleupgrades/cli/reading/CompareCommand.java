package io.flexibleupgrades.cli.reading;

import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.command.WrongUsageException;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.connection.EnvironmentOption;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.events.EnvironmentName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code flexup compare}. */
@Command(name = "compare", description = "Compares two upgrades of the environment by module.")
@SuppressWarnings("NullAway.Init")
public final class CompareCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "UPGRADE",
      description = "An upgrade's id as `flexup history` shows it, or the beginning of it.")
  private String one;

  @Parameters(
      index = "1",
      paramLabel = "UPGRADE",
      description = "The other one; the earlier of the two is compared with the later.")
  private String other;

  @Mixin private EnvironmentOption environment;
  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public CompareCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (var connection = system.connect(session)) {
      var name = environment.name(connection);
      var ids = ids(connection, name);
      var first = NamedUpgrade.of(one, ids, name);
      var second = NamedUpgrade.of(other, ids, name);
      if (first.equals(second)) {
        throw new WrongUsageException("Name two different upgrades of %s.".formatted(name));
      }
      var earlier = first.age() > second.age() ? first : second;
      var later = first.age() > second.age() ? second : first;
      var comparison =
          connection
              .serviceCenter()
              .get(ApiPath.of("upgrades", earlier.id(), "comparison").with("with", later.id()));
      if (output.isJson()) {
        session.terminal().json().print(comparison);
      } else {
        ComparisonText.print(comparison, session.terminal());
      }
      return ExitCode.OK;
    }
  }

  private static List<String> ids(Connection connection, EnvironmentName name) {
    var ids = new ArrayList<String>();
    new Pages(connection.serviceCenter())
        .forEach(
            ApiPath.of("environments", name, "upgrades"),
            upgrade -> ids.add(upgrade.path("upgradeId").asText()));
    return ids;
  }
}
