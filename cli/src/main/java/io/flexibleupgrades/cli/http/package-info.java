/** Calls of the services over HTTP. */
@NullMarked
package io.flexibleupgrades.cli.http;

import org.jspecify.annotations.NullMarked;
