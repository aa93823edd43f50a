@NullMarked
package io.flexibleupgrades.events;

import org.jspecify.annotations.NullMarked;
