/** The rules of banner, percentage and state. */
@NullMarked
package io.flexibleupgrades.servicecenter.status;

import org.jspecify.annotations.NullMarked;
