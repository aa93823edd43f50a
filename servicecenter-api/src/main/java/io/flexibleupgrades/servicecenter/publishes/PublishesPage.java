package io.flexibleupgrades.servicecenter.publishes;

import io.flexibleupgrades.servicecenter.status.AsOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The publishes of an environment, newest first.
 *
 * @param next cursor of the next page, null at the end
 */
public record PublishesPage(List<PublishItem> items, @Nullable String next, AsOf asOf) {}
