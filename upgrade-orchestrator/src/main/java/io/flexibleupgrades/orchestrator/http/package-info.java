/** The orchestrator's HTTP surface under /api/v1: reads requests, opens sessions, words answers. */
@NullMarked
package io.flexibleupgrades.orchestrator.http;

import org.jspecify.annotations.NullMarked;
