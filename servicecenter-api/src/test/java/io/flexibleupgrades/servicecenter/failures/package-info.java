/** What people see. */
@NullMarked
package io.flexibleupgrades.servicecenter.failures;

import org.jspecify.annotations.NullMarked;
