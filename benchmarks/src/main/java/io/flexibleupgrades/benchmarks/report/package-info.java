/** What was measured, as Markdown. */
@NullMarked
package io.flexibleupgrades.benchmarks.report;

import org.jspecify.annotations.NullMarked;
