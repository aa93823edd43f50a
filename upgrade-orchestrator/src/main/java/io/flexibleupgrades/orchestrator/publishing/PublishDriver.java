package io.flexibleupgrades.orchestrator.publishing;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.orchestrator.deployment.Deployment;
import io.flexibleupgrades.orchestrator.deployment.Release;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.RecordPublished;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.OpenPublish;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.journal.Environments;
import io.flexibleupgrades.orchestrator.journal.LaterReleaseException;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Recover;
import io.flexibleupgrades.orchestrator.preparation.PreparationState;
import io.flexibleupgrades.orchestrator.preparing.PreparationDriver;
import io.flexibleupgrades.orchestrator.publishing.DuePublish.DueModule;
import io.flexibleupgrades.orchestrator.reuse.PreparedArtifacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Drives publishes on: deploys what is ready, records what runs, ends what is done. A module is
 * deployed before it is recorded, so whatever dies in between, it is deployed again.
 */
@ApplicationScoped
public class PublishDriver {
  private static final Logger LOG = Logger.getLogger(PublishDriver.class);

  private final Environments environments;
  private final PreparationDriver preparations;
  private final Deployment deployment;
  private final PublishEnd end;
  private final FailedDeployments failures;

  PublishDriver(
      Environments environments,
      PreparationDriver preparations,
      Deployment deployment,
      PublishEnd end,
      FailedDeployments failures) {
    this.environments = environments;
    this.preparations = preparations;
    this.deployment = deployment;
    this.end = end;
    this.failures = failures;
  }

  private record Due(PublishId publish, DueModule module, Release release) {}

  private record Deployed(Due due, long bytes) {}

  /** Does for the environment's publishes what can be done now. */
  public void driveOn(EnvironmentName environment) {
    var all = environments.inSession(environment, this::due);
    if (all.isEmpty()) {
      return;
    }
    var deployed = new ArrayList<Deployed>();
    all.forEach(due -> deploy(due).ifPresent(bytes -> deployed.add(new Deployed(due, bytes))));
    var open =
        environments.inSession(
            environment,
            session -> {
              deployed.forEach(module -> record(session, module));
              publishes(session).forEach(publish -> endIfDone(session, publish));
              return publishes(session).stream().map(OpenPublish::id).collect(Collectors.toSet());
            });
    all.stream()
        .map(Due::publish)
        .filter(publish -> !open.contains(publish))
        .forEach(failures::forget);
  }

  /** Deploys a module; returns the size of its artifact, nothing if it is not deployed. */
  private OptionalLong deploy(Due due) {
    var publish = due.publish();
    var module = due.module().module();
    try {
      var bytes = deployment.deploy(due.release());
      if (bytes.isEmpty()) {
        // Lost between its check and its use: nothing runs that was not there.
        LOG.errorf("The artifact %s of module %s is gone", due.module().artifact(), module);
        failures.lost(publish, module);
      }
      return bytes;
    } catch (IOException e) {
      LOG.errorf(e, "Module %s of publish %s could not be deployed", module, publish);
      failures.failed(publish, module, e);
      return OptionalLong.empty();
    }
  }

  /** Takes away what is deployed of modules that the environment's factory no longer has. */
  public void removeWithdrawn(EnvironmentName environment) {
    try {
      var state =
          environments.inSession(
              environment,
              session -> {
                session.requireAllRead();
                return session.environment();
              });
      if (state instanceof Known known) {
        deployment.retain(environment, known.modules().keySet());
      }
    } catch (LaterReleaseException e) {
      LOG.warnf(
          "What is deployed of environment %s stays as it is: %s", environment, e.getMessage());
    } catch (IOException e) {
      LOG.errorf(e, "What was removed from environment %s is still deployed", environment);
    }
  }

  private List<Due> due(EnvironmentSession session) {
    var due = new ArrayList<Due>();
    for (var publish : publishes(session)) {
      var state = preparations.advance(session, publish.id().preparation());
      endIfDone(session, publish);
      var known = known(session);
      for (var module : due(session, publish, state).modules()) {
        var registered = known.modules().get(module.module());
        if (registered != null) {
          due.add(
              new Due(
                  publish.id(),
                  module,
                  new Release(
                      known.name(),
                      module.module(),
                      session.sequence(),
                      publish.id(),
                      publish.platform(),
                      module.artifact(),
                      registered.producers(),
                      registered.settings())));
        }
      }
    }
    session.requireAllRead();
    return due;
  }

  private static void record(EnvironmentSession session, Deployed deployed) {
    var publish = deployed.due().publish();
    var module = deployed.due().module();
    var events =
        session.decide(
            new RecordPublished(
                publish,
                module.module(),
                module.artifact(),
                deployed.bytes(),
                module.source(),
                module.options()));
    if (!events.isEmpty()) {
      LOG.infof("module published module=%s publish=%s", module.module(), publish);
      recover(session, deployed.due());
    }
  }

  /** A module that the ended upgrade left unprepared is prepared for its platform now. */
  private static void recover(EnvironmentSession session, Due due) {
    var latest = known(session).latestUpgrade();
    if (latest != null && latest.to().equals(due.release().platform())) {
      session.decide(
          latest.id(), new Recover(due.module().module(), due.publish(), due.module().artifact()));
    }
  }

  private void endIfDone(EnvironmentSession session, OpenPublish publish) {
    var state = session.upgrade(publish.id().preparation());
    var due = due(session, publish, state);
    if (due.isDone()) {
      end.of(session, due, failures.reason(publish.id()));
    }
  }

  private DuePublish due(EnvironmentSession session, OpenPublish publish, PreparationState state) {
    return new DuePublish(
        publish, state, artifacts(session, publish), failures.givenUp(publish.id()));
  }

  private static PreparedArtifacts artifacts(EnvironmentSession session, OpenPublish publish) {
    var known = known(session);
    var latest = known.latestUpgrade();
    return new PreparedArtifacts(
        known, session.progress(latest == null ? null : latest.id()), publish.platform());
  }

  private static List<OpenPublish> publishes(EnvironmentSession session) {
    return session.environment() instanceof Known known
        ? List.copyOf(known.publishes().values())
        : List.of();
  }

  private static Known known(EnvironmentSession session) {
    return (Known) session.environment();
  }
}
