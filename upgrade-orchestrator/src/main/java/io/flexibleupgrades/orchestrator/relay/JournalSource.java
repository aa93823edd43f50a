package io.flexibleupgrades.orchestrator.relay;

import io.flexibleupgrades.events.JournalRecord.UnknownEvent;
import io.flexibleupgrades.events.MalformedMessageException;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.Stream;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.events.UnitId;
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
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** The journal: every event goes to the events' topic, a request to the workers' queue as well. */
@ApplicationScoped
class JournalSource implements RelaySource {
  /** Header of published events: the id of the journal that they come from. */
  static final String JOURNAL = "flexup_journal";

  private static final Logger LOG = Logger.getLogger(JournalSource.class);

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
                stream, environment, octet_length(payload::text) as bytes
              from journal
              where (txid, position) > (?::xid8, ?)
                and txid < pg_snapshot_xmin(pg_current_snapshot())
              order by txid, position limit ?),
            summed as (
              select *, sum(bytes) over (order by txid, position) - bytes as before from next)
            select txid::text, position, event_id, sequence, recorded_at, wire_name, payload,
              stream, environment, (select id from journal_identity) as journal,
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

  /** An event is carried as it was stored, whether or not this version knows its type. */
  private List<ProducerRecord<byte[], byte[]>> records(ResultSet row) throws SQLException {
    var name = row.getString(6);
    var payload = row.getString(7).getBytes(StandardCharsets.UTF_8);
    var message =
        codec.carry(
            new UnknownEvent(
                row.getObject(3, UUID.class),
                new Stream(row.getString(8)),
                row.getLong(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                name),
            payload);
    var published = record(Topics.UPGRADE_EVENTS, row.getString(9), message);
    published.headers().add(JOURNAL, row.getString(10).getBytes(StandardCharsets.UTF_8));
    if (!row.getBoolean(11)) {
      return List.of(published);
    }
    return unit(name, payload)
        .map(unit -> List.of(published, record(Topics.PREPARE_REQUESTS, unit.value(), message)))
        .orElseGet(() -> List.of(published));
  }

  /** Returns the unit that a request is about; nothing for any other event. */
  private Optional<UnitId> unit(String name, byte[] payload) {
    if (!name.equals(WireName.MODULE_PREPARE_REQUESTED.text())) {
      return Optional.empty();
    }
    try {
      return codec.event(WireName.MODULE_PREPARE_REQUESTED, payload)
              instanceof ModulePrepareRequested request
          ? Optional.of(request.unit())
          : Optional.empty();
    } catch (MalformedMessageException e) {
      LOG.warnf("A request of a later version is not sent: %s", e.getMessage());
      return Optional.empty();
    }
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
