/** What operators ask of the upgrade orchestrator on the pages. */
@NullMarked
package io.flexibleupgrades.servicecenter.actions;

import org.jspecify.annotations.NullMarked;
