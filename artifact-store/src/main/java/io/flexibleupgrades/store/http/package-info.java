/** How refusals and faults are answered over HTTP. */
@NullMarked
package io.flexibleupgrades.store.http;

import org.jspecify.annotations.NullMarked;
