package io.flexibleupgrades.servicecenter.status;

import java.util.List;

/**
 * Changes in their order.
 *
 * @param next what to ask for as {@code after} to go on
 */
public record ChangesPage(List<Change> items, long next, AsOf asOf) {}
