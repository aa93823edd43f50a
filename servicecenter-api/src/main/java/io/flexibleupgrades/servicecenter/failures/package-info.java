/** What failed in an upgrade, and what it holds back. */
@NullMarked
package io.flexibleupgrades.servicecenter.failures;

import org.jspecify.annotations.NullMarked;
