/** What all answers have in common: problems, cursors and limits. */
@NullMarked
package io.flexibleupgrades.servicecenter.http;

import org.jspecify.annotations.NullMarked;
