/** What people and programs may send by mistake or on purpose. */
@NullMarked
package io.flexibleupgrades.systemtests.input;

import org.jspecify.annotations.NullMarked;
