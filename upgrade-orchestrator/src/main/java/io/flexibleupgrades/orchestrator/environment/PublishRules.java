package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentEvent.ModulePublished;
import io.flexibleupgrades.events.EnvironmentEvent.PublishEnded;
import io.flexibleupgrades.events.EnvironmentEvent.PublishStarted;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.EndPublish;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.RecordPublished;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.StartPublish;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules of publishing: a module is published by one at a time. */
final class PublishRules {
  private static final int MOST_NAMES = 20;

  private PublishRules() {}

  static List<EnvironmentEvent> start(StartPublish command, Known state) {
    for (var module : command.modules()) {
      var other = state.publishOf(module.module());
      if (other != null) {
        throw inProgress(
            "Module '%s' is being published already, by %s. Wait for its end."
                .formatted(module.module(), other.requestedBy()),
            other);
      }
    }
    return List.of(
        new PublishStarted(
            state.name(),
            command.publish(),
            command.platform(),
            command.modules(),
            command.upgrade(),
            command.requestedBy()));
  }

  /** Recording a module again changes nothing. */
  static List<EnvironmentEvent> published(RecordPublished command, Known state) {
    var publish = state.publishes().get(command.publish());
    return publish == null || publish.published().contains(command.module())
        ? List.of()
        : List.of(
            new ModulePublished(
                state.name(),
                command.publish(),
                command.module(),
                publish.platform(),
                command.artifact(),
                command.artifactBytes(),
                command.source(),
                command.options()));
  }

  static List<EnvironmentEvent> end(EndPublish command, Known state) {
    return state.publishes().containsKey(command.publish())
        ? List.of(
            new PublishEnded(
                state.name(),
                command.publish(),
                command.published(),
                command.failed(),
                command.skipped(),
                command.reason()))
        : List.of();
  }

  /**
   * Requires that nothing is being published.
   *
   * @throws RejectedException that names what is
   */
  static void requireNone(Known state) {
    state.publishes().values().stream()
        .findFirst()
        .ifPresent(publish -> {
          throw inProgress(
              "%s is publishing %s in environment '%s'. Wait for the end of that publish, then try again."
                  .formatted(publish.requestedBy(), names(publish), state.name()),
              publish);
        });
  }

  private static String names(OpenPublish publish) {
    var names =
        publish.modules().stream()
            .limit(MOST_NAMES)
            .map(module -> "'" + module.module() + "'")
            .collect(Collectors.joining(", "));
    int more = publish.modules().size() - MOST_NAMES;
    return more > 0 ? names + " and %d more".formatted(more) : names;
  }

  private static RejectedException inProgress(String detail, OpenPublish publish) {
    return new RejectedException(
        Rule.PUBLISH_IN_PROGRESS,
        detail,
        Map.of(
            "publishId",
            publish.id(),
            "publishedBy",
            publish.requestedBy(),
            "modules",
            publish.modules().stream().map(module -> module.module().value()).toList()));
  }
}
