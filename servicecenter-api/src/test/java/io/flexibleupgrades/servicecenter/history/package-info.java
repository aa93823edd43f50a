/** The rules of comparing upgrades. */
@NullMarked
package io.flexibleupgrades.servicecenter.history;

import org.jspecify.annotations.NullMarked;
