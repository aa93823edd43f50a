/** The poison records that were set aside: read where they are kept, and put back on demand. */
@NullMarked
package io.flexibleupgrades.orchestrator.deadletters;

import org.jspecify.annotations.NullMarked;
