/** What people see. */
@NullMarked
package io.flexibleupgrades.servicecenter.page;

import org.jspecify.annotations.NullMarked;
