/** The store's own database: its schema, and what happens while it is away. */
@NullMarked
package io.flexibleupgrades.store.database;

import org.jspecify.annotations.NullMarked;
