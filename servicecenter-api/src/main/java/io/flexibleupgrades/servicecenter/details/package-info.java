/** How a preparation goes on: its plan by levels, its pace, and when it is likely to end. */
@NullMarked
package io.flexibleupgrades.servicecenter.details;

import org.jspecify.annotations.NullMarked;
