/** The modules of an environment or of an upgrade, one by one and in detail. */
@NullMarked
package io.flexibleupgrades.servicecenter.modules;

import org.jspecify.annotations.NullMarked;
