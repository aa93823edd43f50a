/** Publishing modules, from the request to what runs. */
@NullMarked
package io.flexibleupgrades.orchestrator.publishing;

import org.jspecify.annotations.NullMarked;
