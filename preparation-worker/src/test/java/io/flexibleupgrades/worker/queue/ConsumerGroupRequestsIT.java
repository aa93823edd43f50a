package io.flexibleupgrades.worker.queue;

import io.flexibleupgrades.embedded.test.TestStack;

class ConsumerGroupRequestsIT extends PrepareRequestsContract {

  @Override
  PrepareRequests open(String bootstrapServers, String topic, String group, int slots) {
    return new ConsumerGroupRequests(bootstrapServers, topic, group, slots);
  }

  @Override
  String bootstrapServers() {
    return TestStack.bootstrapServers();
  }
}
