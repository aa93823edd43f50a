package io.flexibleupgrades.orchestrator.relay;

import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.EventEnvelope;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.events.WireMessage;
import io.flexibleupgrades.events.WireName;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The journal: every event goes to the events' topic, a request to the workers' queue as well. */
@ApplicationScoped
class JournalSource implements RelaySource {
  /** Header of published events: the id of the journal that they come from. */
  static final String JOURNAL = "flexup_journal";

  private final MessageCodec codec = new MessageCodec();

  @Override
  public String name() {
    return "journal";
  }

  @Override
  public String table() {
    return "journal";
  }

  @Override
  public List<Outgoing> read(Connection connection, Checkpoint after, int most)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            with next as (
              select txid, position, event_id, sequence, recorded_at, wire_name, payload,
                octet_length(payload::text) as bytes
              from journal
              where (txid, position) > (?::xid8, ?)
                and txid < pg_snapshot_xmin(pg_current_snapshot())
              order by txid, position limit ?),
            summed as (
              select *, sum(bytes) over (order by txid, position) - bytes as before from next)
            select txid::text, position, event_id, sequence, recorded_at, wire_name, payload,
              (select id from journal_identity) as journal,
              position > (select coalesce(max(requests_after), 0) from relay_topic) as is_asked
            from summed where before < ? order by summed.txid, position
            """)) {
      statement.setString(1, after.txid());
      statement.setLong(2, after.position());
      statement.setInt(3, most);
      statement.setLong(4, MOST_BYTES);
      try (var rows = statement.executeQuery()) {
        var outgoing = new ArrayList<Outgoing>();
        while (rows.next()) {
          var checkpoint = new Checkpoint(rows.getString(1), rows.getLong(2));
          outgoing.add(new Outgoing(checkpoint, records(rows)));
        }
        return outgoing;
      }
    }
  }

  private List<ProducerRecord<byte[], byte[]>> records(ResultSet row) throws SQLException {
    var name = WireName.parse(row.getString(6));
    if (name == null) {
      throw new IllegalStateException(
          "The journal holds an event of type '%s', which this version does not know. Run the version that wrote it."
              .formatted(row.getString(6)));
    }
    Event event = codec.event(name, row.getString(7).getBytes(StandardCharsets.UTF_8));
    var message =
        codec.encode(
            new EventEnvelope(
                row.getObject(3, UUID.class),
                row.getLong(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                event));
    var published = record(Topics.UPGRADE_EVENTS, event.environment().value(), message);
    published.headers().add(JOURNAL, row.getString(8).getBytes(StandardCharsets.UTF_8));
    return event instanceof ModulePrepareRequested request && row.getBoolean(9)
        ? List.of(published, record(Topics.PREPARE_REQUESTS, request.unit().value(), message))
        : List.of(published);
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, String key, WireMessage message) {
    var record =
        new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), message.payload());
    message
        .headers()
        .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return record;
  }
}
