/** How modules are found and explained. */
@NullMarked
package io.flexibleupgrades.servicecenter.modules;

import org.jspecify.annotations.NullMarked;
