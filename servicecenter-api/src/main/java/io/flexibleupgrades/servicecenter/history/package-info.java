/** The upgrades that an environment went through. */
@NullMarked
package io.flexibleupgrades.servicecenter.history;

import org.jspecify.annotations.NullMarked;
