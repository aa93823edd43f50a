/** A PostgreSQL server and a Kafka broker for the integration tests of every part. */
@NullMarked
package io.flexibleupgrades.embedded.test;

import org.jspecify.annotations.NullMarked;
