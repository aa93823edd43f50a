package io.flexibleupgrades.servicecenter.modules;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.Setting;
import io.flexibleupgrades.servicecenter.status.AsOf;
import java.util.List;

/**
 * All that is known of a module in an upgrade.
 *
 * @param log what the compiler said as an operator reads it
 * @param paths of a skipped module: a shortest path to each failed module it consumes
 * @param consumers the modules in scope that consume it directly
 * @param history every state it came to, in order
 * @param settings how it is configured now, in alphabetical order of the keys
 * @param settingsVersion how often it was configured
 * @param publishes the latest that were to deploy it, newest first, at most 20
 * @param upgrades all that it was in, newest first
 */
public record ModuleDetail(
    @JsonUnwrapped ModuleItem module,
    List<Diagnostic> diagnostics,
    String log,
    List<ProducerPath> paths,
    List<ModuleId> consumers,
    List<HistoryEntry> history,
    List<Setting> settings,
    int settingsVersion,
    List<PublishOfModule> publishes,
    List<UpgradeOfModule> upgrades,
    AsOf asOf) {}
