/** The state of an environment and of its upgrades: banner, percentage, counts. */
@NullMarked
package io.flexibleupgrades.servicecenter.status;

import org.jspecify.annotations.NullMarked;
