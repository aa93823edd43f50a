/** What a document refers to. */
@NullMarked
package io.flexibleupgrades.store.references;

import org.jspecify.annotations.NullMarked;
