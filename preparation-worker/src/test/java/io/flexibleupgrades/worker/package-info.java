/** Tests of the worker as a whole. */
@NullMarked
package io.flexibleupgrades.worker;

import org.jspecify.annotations.NullMarked;
