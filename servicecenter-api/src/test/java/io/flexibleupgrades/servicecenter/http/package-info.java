/** What all answers have in common. */
@NullMarked
package io.flexibleupgrades.servicecenter.http;

import org.jspecify.annotations.NullMarked;
