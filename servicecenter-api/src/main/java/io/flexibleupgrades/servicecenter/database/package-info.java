/** Plain SQL on the Service Center's own database, its migrations and consistent reads. */
@NullMarked
package io.flexibleupgrades.servicecenter.database;

import org.jspecify.annotations.NullMarked;
