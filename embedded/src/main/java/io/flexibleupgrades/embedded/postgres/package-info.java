/** A real PostgreSQL server as a child process. */
@NullMarked
package io.flexibleupgrades.embedded.postgres;

import org.jspecify.annotations.NullMarked;
