/** The Service Center's views. */
@NullMarked
package io.flexibleupgrades.systemtests.views;

import org.jspecify.annotations.NullMarked;
