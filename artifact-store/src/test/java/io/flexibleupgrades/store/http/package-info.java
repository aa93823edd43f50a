@NullMarked
package io.flexibleupgrades.store.http;

import org.jspecify.annotations.NullMarked;
