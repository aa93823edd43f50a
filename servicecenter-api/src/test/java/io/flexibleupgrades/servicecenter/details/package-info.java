@NullMarked
package io.flexibleupgrades.servicecenter.details;

import org.jspecify.annotations.NullMarked;
