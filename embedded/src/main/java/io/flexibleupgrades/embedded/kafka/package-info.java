/** A real Kafka broker in a JVM of its own. */
@NullMarked
package io.flexibleupgrades.embedded.kafka;

import org.jspecify.annotations.NullMarked;
