/**
 * The Service Center: views of environments and their upgrades, and how people and programs read
 * them.
 */
@NullMarked
package io.flexibleupgrades.servicecenter;

import org.jspecify.annotations.NullMarked;
