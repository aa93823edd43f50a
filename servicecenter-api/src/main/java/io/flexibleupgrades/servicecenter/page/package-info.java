/** The pages that people look at. */
@NullMarked
package io.flexibleupgrades.servicecenter.page;

import org.jspecify.annotations.NullMarked;
