/** What is checked in an uploaded zip before anybody can see it. */
@NullMarked
package io.flexibleupgrades.store.bundles;

import org.jspecify.annotations.NullMarked;
