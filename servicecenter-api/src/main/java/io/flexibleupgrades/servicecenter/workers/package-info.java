/** The workers that show signs of life, and what they work on. */
@NullMarked
package io.flexibleupgrades.servicecenter.workers;

import org.jspecify.annotations.NullMarked;
