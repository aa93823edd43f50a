package io.flexibleupgrades.servicecenter.status;

import java.util.List;

/**
 * Changes in their order.
 *
 * @param next what to ask for as {@code after} to go on; of use until the views are built again
 */
public record ChangesPage(List<Change> items, String next, AsOf asOf) {}
