package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The topic is deleted and made again, and the journal is published into it from its beginning. */
@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class RecreatedTopicIT {
  @Inject Journal journal;
  @Inject ViewTables tables;

  @Test
  @DisplayName("G9 a position in a topic that was deleted and made again passes over no event")
  void readsATopicThatWasMadeAgainFromItsBeginning() throws Exception {
    var records = new ArrayList<Journal.Said>();
    journal.through(records::add);
    var run = new RandomRun(journal, "recreated", new Random(5)).tell();
    long events = run.events();
    // In the first topic everything stands twice: its positions are far beyond the new one's.
    int half = records.size() / 2;
    records.subList(0, half).forEach(journal::put);
    records.subList(0, half).forEach(journal::put);
    journal.flush();
    Api.await("the schema", () -> Api.code("/q/health/ready") == 200);
    Api.await("the first half", () -> tables.applied() > 0 && isRead(half * 2L));

    var id = recreate(journal.topic());
    records.forEach(journal::put);
    journal.flush();

    Api.await("all events", Duration.ofMinutes(1), () -> tables.applied() == events);
    Api.assertCountsEqualLists(run);
    assertThat(Api.get("/api/v1/views").getList("problems")).isEmpty();
    Api.await("the positions of the new topic", () -> isNoted(id) && isRead(records.size()));
    tables.keep();
    Rebuilding.ofAllViews(Duration.ofMinutes(1));
    assertThat(tables.differences()).isEmpty();
  }

  private boolean isRead(long records) throws Exception {
    return tables.number("SELECT coalesce(sum(next_offset), 0) FROM consumed_partition") == records;
  }

  private boolean isNoted(String topicId) throws Exception {
    return tables.number(
            "SELECT count(*) FROM consumed_partition WHERE topic_id = '%s'".formatted(topicId))
        > 0;
  }

  /** Returns the id of the new topic. */
  private String recreate(String topic) throws Exception {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", journal.broker()))) {
      admin.deleteTopics(List.of(topic)).all().get();
      Api.await("the topic to be gone", () -> !admin.listTopics().names().get().contains(topic));
      return admin
          .createTopics(List.of(new NewTopic(topic, FreshViews.PARTITIONS, (short) 1)))
          .topicId(topic)
          .get()
          .toString();
    }
  }
}
