/** Records of Kafka as messages of the contract. */
@NullMarked
package io.flexibleupgrades.servicecenter.kafka;

import org.jspecify.annotations.NullMarked;
