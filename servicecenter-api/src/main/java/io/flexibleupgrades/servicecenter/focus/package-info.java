/** A module among those that it consumes and those that consume it. */
@NullMarked
package io.flexibleupgrades.servicecenter.focus;

import org.jspecify.annotations.NullMarked;
