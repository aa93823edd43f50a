/** Commands that change single modules: publish, configure, remove. */
@NullMarked
package io.flexibleupgrades.cli.module;

import org.jspecify.annotations.NullMarked;
