package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.time.Instant;

/**
 * A step in a module's way through an upgrade.
 *
 * @param event the state it came to
 */
public record HistoryEntry(Instant time, ModuleState event, String detail) {}
