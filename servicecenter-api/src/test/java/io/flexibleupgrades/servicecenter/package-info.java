/** The whole service on a real broker and a real database. */
@NullMarked
package io.flexibleupgrades.servicecenter;

import org.jspecify.annotations.NullMarked;
