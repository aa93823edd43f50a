/** Tests of whole commands against services that follow the contract. */
@NullMarked
package io.flexibleupgrades.cli;

import org.jspecify.annotations.NullMarked;
