package io.flexibleupgrades.servicecenter.failures;

import io.flexibleupgrades.servicecenter.status.AsOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups of failures: first those that hold back most modules.
 *
 * @param next cursor of the next page, null at the end
 */
public record GroupsPage(List<FailureGroup> items, @Nullable String next, AsOf asOf) {}
