/** What was published in an environment, and why modules were compiled or reused for it. */
@NullMarked
package io.flexibleupgrades.servicecenter.publishes;

import org.jspecify.annotations.NullMarked;
