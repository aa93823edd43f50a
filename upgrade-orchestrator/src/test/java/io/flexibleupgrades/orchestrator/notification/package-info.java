@NullMarked
package io.flexibleupgrades.orchestrator.notification;

import org.jspecify.annotations.NullMarked;
