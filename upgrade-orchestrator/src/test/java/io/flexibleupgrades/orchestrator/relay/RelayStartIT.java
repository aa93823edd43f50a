package io.flexibleupgrades.orchestrator.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexibleupgrades.embedded.test.TestStack;
import io.flexibleupgrades.events.Headers;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.orchestrator.journal.BusyWriters;
import io.flexibleupgrades.orchestrator.journal.Transactions;
import io.flexibleupgrades.orchestrator.relay.RelaySource.Checkpoint;
import io.flexibleupgrades.orchestrator.relay.RelaySource.Outgoing;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A start with a journal or a topic that was restored, or made anew. */
class RelayStartIT {
  private static final String DATABASE = "relay_start_it";
  private static final String ELSEWHERE = "9000000000000";
  private static final int EVENTS = 200;

  private final Map<String, Object> kafka =
      Map.of("bootstrap.servers", TestStack.bootstrapServers());
  private final DataSource database = database();
  private final JournalSource journal = new JournalSource();
  private final Checkpoints checkpoints = new Checkpoints();

  @BeforeEach
  void anEmptyJournal() throws Exception {
    Flyway.configure().dataSource(database).load().migrate();
    execute("truncate journal, relay_checkpoint, relay_topic");
    new BusyWriters(database, 8, 1, 0).append(EVENTS);
  }

  @Test
  @DisplayName(
      "G8: a topic that has what the journal lacks stops the start, and the event is named")
  void refusesATopicThatKnowsMoreThanTheJournal() throws Exception {
    var topic = newTopic();
    var published = read(Checkpoint.START);
    publish(topic, published);
    var lost = text(published.getLast().records().getFirst(), Headers.ID);
    prepare(topic);

    execute("delete from journal where event_id = '%s'".formatted(lost));

    assertThatThrownBy(() -> prepare(topic))
        .isInstanceOf(ForeignEventsException.class)
        .hasMessageContaining(lost)
        .hasMessageContaining("Delete the topics flexup.*");
  }

  @Test
  @DisplayName("G13: garbage, another journal's events and a later release's do not stop the start")
  void startsWithWhateverElseIsOnTheTopic() throws Exception {
    var topic = newTopic();
    var record = read(Checkpoint.START).getFirst().records().getFirst();
    try (var producer = producer()) {
      producer.send(new ProducerRecord<>(topic, bytes("no event"))).get();
      producer.send(copy(topic, record, "another journal", UUID.randomUUID().toString())).get();
      var own = text(record, JournalSource.JOURNAL);
      producer.send(copy(topic, record, own, "no id")).get();
      var unreadable = new ProducerRecord<>(topic, record.key(), bytes("{\"later\": true}"));
      record.headers().forEach(unreadable.headers()::add);
      producer.send(unreadable).get();
    }

    assertThatCode(() -> prepare(topic)).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("G8: a journal from another PostgreSQL goes on after what it had published there")
  void goesOnInAnotherPostgreSql() throws Exception {
    var topic = newTopic();
    prepare(topic);
    var all = positions(read(Checkpoint.START));
    int done = all.size() / 2;
    execute("update journal set txid = '%s'".formatted(ELSEWHERE));
    execute(
        "insert into relay_checkpoint values ('journal', '%s', %d)"
            .formatted(ELSEWHERE, all.get(done - 1)));
    assertThat(read(checkpoint())).as("hidden by ids that are still to come").isEmpty();

    prepare(topic);
    new BusyWriters(database, 9, 1, 0).append(10);

    var next = positions(read(checkpoint()));
    assertThat(next.subList(0, all.size() - done)).isEqualTo(all.subList(done, all.size()));
    assertThat(next).hasSizeGreaterThanOrEqualTo(all.size() - done + 10);
  }

  @Test
  @DisplayName("G8: a new topic gets the whole journal, but no request a second time")
  void publishesEverythingIntoANewTopic() throws Exception {
    prepare(newTopic());
    var all = read(Checkpoint.START);
    assertThat(all).anyMatch(RelayStartIT::asks);
    execute("insert into relay_checkpoint select 'journal', max(txid), max(position) from journal");
    assertThat(read(checkpoint())).isEmpty();

    prepare(newTopic());
    var again = read(checkpoint());
    new BusyWriters(database, 9, 1, 0).append(EVENTS);

    assertThat(positions(again)).isEqualTo(positions(all));
    assertThat(again).noneMatch(RelayStartIT::asks);
    assertThat(read(again.getLast().checkpoint())).anyMatch(RelayStartIT::asks);
  }

  private void prepare(String topic) {
    new RelayStart(new Transactions(database), List.of(journal), new EventsTopic(kafka, topic))
        .prepare();
  }

  private static boolean asks(Outgoing outgoing) {
    return outgoing.records().stream()
        .anyMatch(record -> record.topic().equals(Topics.PREPARE_REQUESTS));
  }

  private List<Outgoing> read(Checkpoint after) throws SQLException {
    try (var connection = database.getConnection()) {
      return journal.read(connection, after, 10 * EVENTS);
    }
  }

  private Checkpoint checkpoint() throws SQLException {
    try (var connection = database.getConnection()) {
      return checkpoints.read(connection, journal);
    }
  }

  private static List<Long> positions(List<Outgoing> published) {
    return published.stream().map(outgoing -> outgoing.checkpoint().position()).toList();
  }

  private String newTopic() throws Exception {
    var name = "start-" + UUID.randomUUID();
    try (var admin = Admin.create(kafka)) {
      admin.createTopics(List.of(new NewTopic(name, 2, (short) 1))).all().get();
    }
    return name;
  }

  private void publish(String topic, List<Outgoing> published) throws Exception {
    try (var producer = producer()) {
      for (var outgoing : published) {
        var record = outgoing.records().getFirst();
        var own = text(record, JournalSource.JOURNAL);
        producer.send(copy(topic, record, own, text(record, Headers.ID))).get();
      }
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static ProducerRecord<byte[], byte[]> copy(
      String topic, ProducerRecord<byte[], byte[]> record, String origin, String id) {
    var copy = new ProducerRecord<>(topic, record.key(), record.value());
    record.headers().forEach(copy.headers()::add);
    copy.headers().remove(JournalSource.JOURNAL).add(JournalSource.JOURNAL, bytes(origin));
    copy.headers().remove(Headers.ID).add(Headers.ID, bytes(id));
    return copy;
  }

  private static String text(ProducerRecord<byte[], byte[]> record, String header) {
    return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static DataSource database() {
    TestStack.createDatabase(DATABASE);
    var source = new PGSimpleDataSource();
    source.setUrl(TestStack.jdbcUrl(DATABASE));
    source.setUser(DATABASE);
    source.setPassword(TestStack.password());
    return source;
  }
}
