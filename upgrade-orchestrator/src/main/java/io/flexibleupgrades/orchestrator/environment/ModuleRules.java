package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleConfigured;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRemoved;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.Setting;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.Configure;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.Remove;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rules of configuring and removing a module. */
public final class ModuleRules {
  private static final int MOST_NAMES = 20;

  private ModuleRules() {}

  /**
   * Returns the module of the factory.
   *
   * @throws RejectedException if there is none of that name
   */
  public static CatalogueModule require(Known state, ModuleId module) {
    var found = state.modules().get(module);
    if (found != null) {
      return found;
    }
    var twin = state.registeredAs(module);
    throw new RejectedException(
        Rule.MODULE_NOT_FOUND,
        twin == null
            ? "Environment '%s' has no module '%s'. List them: flexup modules --env %s"
                .formatted(state.name(), module, state.name())
            : "Environment '%s' has no module '%s', but '%s'. Write it the same way."
                .formatted(state.name(), module, twin));
  }

  /** Configuring a module as it is changes nothing. */
  static List<EnvironmentEvent> configure(Configure command, Known state) {
    var module = require(state, command.module());
    var settings = new TreeMap<String, String>();
    module.settings().forEach(setting -> settings.put(setting.key(), setting.value()));
    command
        .changes()
        .forEach((key, value) ->
            value.ifPresentOrElse(
                text -> {
                  CompileOptions.check(key, text);
                  settings.put(key, text);
                },
                () -> settings.remove(key)));
    var now = settings.entrySet().stream().map(e -> new Setting(e.getKey(), e.getValue())).toList();
    return now.equals(module.settings())
        ? List.of()
        : List.of(
            new ModuleConfigured(
                state.name(),
                module.module(),
                module.settingsVersion() + 1,
                now,
                command.requestedBy()));
  }

  static List<EnvironmentEvent> remove(Remove command, Known state) {
    var module = require(state, command.module()).module();
    var publish = state.publishOf(module);
    if (publish != null) {
      throw new RejectedException(
          Rule.PUBLISH_IN_PROGRESS,
          "Module '%s' is being published by %s. Wait for the end of that publish, then remove it."
              .formatted(module, publish.requestedBy()),
          Map.of("publishId", publish.id()));
    }
    var consumers =
        state.modules().values().stream()
            .filter(other -> other.producers().contains(module))
            .map(CatalogueModule::module)
            .filter(other -> !other.equals(module))
            .sorted()
            .toList();
    if (!consumers.isEmpty()) {
      throw new RejectedException(
          Rule.MODULE_CONSUMED,
          "Module '%s' is consumed by %s. Remove or change its consumers first."
              .formatted(
                  module,
                  consumers.stream()
                      .limit(MOST_NAMES)
                      .map(consumer -> "'" + consumer + "'")
                      .collect(Collectors.joining(", "))),
          Map.of("consumers", consumers));
    }
    return List.of(new ModuleRemoved(state.name(), module, command.requestedBy()));
  }
}
