package io.flexibleupgrades.servicecenter.history;

import io.flexibleupgrades.servicecenter.status.AsOf;
import java.util.List;

/** The upgrades of an environment, newest first. */
public record UpgradesPage(List<UpgradeItem> items, AsOf asOf) {}
