/** Builds the views from the journal's events, exactly once each, and rebuilds them. */
@NullMarked
package io.flexibleupgrades.servicecenter.projection;

import org.jspecify.annotations.NullMarked;
