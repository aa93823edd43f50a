package io.flexibleupgrades.servicecenter.failures;

import io.flexibleupgrades.servicecenter.status.AsOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Failed modules in alphabetical order.
 *
 * @param next cursor of the next page, null at the end
 */
public record FailuresPage(List<FailedModule> items, @Nullable String next, AsOf asOf) {}
