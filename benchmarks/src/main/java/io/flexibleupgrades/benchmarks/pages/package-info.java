/** What the Service Center's readers wait for, with a large factory. */
@NullMarked
package io.flexibleupgrades.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
