package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.servicecenter.status.AsOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Modules in the order that was asked for.
 *
 * @param next cursor of the next page, null at the end
 */
public record ModulesPage(List<ModuleItem> items, @Nullable String next, AsOf asOf) {}
