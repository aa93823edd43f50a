/**
 * Whom an environment's upgrades are told to, and what is still to be told: written in the
 * transaction of what happened, worded and signed as Standard Webhooks 1.0 says.
 */
@NullMarked
package io.flexibleupgrades.orchestrator.notification;

import org.jspecify.annotations.NullMarked;
