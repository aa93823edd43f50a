package io.flexibleupgrades.worker.queue;

import io.flexibleupgrades.embedded.test.TestStack;
import java.time.Duration;

class ShareGroupRequestsIT extends PrepareRequestsContract {
  private static final Duration SHORTEST_LOCK = Duration.ofSeconds(15);

  @Override
  PrepareRequests open(String bootstrapServers, String topic, String group, int slots) {
    return new ShareGroupRequests(bootstrapServers, topic, group, slots, SHORTEST_LOCK);
  }

  @Override
  String bootstrapServers() {
    return TestStack.bootstrapServers();
  }
}
