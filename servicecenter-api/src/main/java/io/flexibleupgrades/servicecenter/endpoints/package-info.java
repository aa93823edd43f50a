/** Where the parts of the system listen. */
@NullMarked
package io.flexibleupgrades.servicecenter.endpoints;

import org.jspecify.annotations.NullMarked;
