/** Every way in which the store says no, as problem documents (RFC 9457). */
@NullMarked
package io.flexibleupgrades.store.problems;

import org.jspecify.annotations.NullMarked;
