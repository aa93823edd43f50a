/** The Service Center's page in a browser. */
@NullMarked
package io.flexibleupgrades.systemtests.page;

import org.jspecify.annotations.NullMarked;
