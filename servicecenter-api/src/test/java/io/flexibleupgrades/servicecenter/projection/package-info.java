/** How records become views. */
@NullMarked
package io.flexibleupgrades.servicecenter.projection;

import org.jspecify.annotations.NullMarked;
