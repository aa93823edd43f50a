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
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** The journal: every event goes to the events' topic, a request to the workers' queue as well. */
@Singleton
class JournalSource extends TableSource {
  /** Header of published events: the id of the journal that they come from. */
  static final String JOURNAL = "flexup_journal";

  private static final Logger LOG = Logger.getLogger(JournalSource.class);

  private final MessageCodec codec = new MessageCodec();

  JournalSource() {
    super(
        "journal",
        "journal",
        """
        event_id, sequence, recorded_at, wire_name, payload, stream, environment,
        (select id from journal_identity) as journal,
        position > (select coalesce(max(requests_after), 0) from relay_topic) as is_asked
        """,
        "octet_length(payload::text)");
  }

  /** An event is carried as it was stored, whether or not this version knows its type. */
  @Override
  List<ProducerRecord<byte[], byte[]>> records(ResultSet row) throws SQLException {
    var name = row.getString(4);
    var payload = row.getString(5).getBytes(StandardCharsets.UTF_8);
    var message =
        codec.carry(
            new UnknownEvent(
                row.getObject(1, UUID.class),
                new Stream(row.getString(6)),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                name),
            payload);
    var published = record(Topics.UPGRADE_EVENTS, row.getString(7), message);
    published.headers().add(JOURNAL, row.getString(8).getBytes(StandardCharsets.UTF_8));
    if (!row.getBoolean(9)) {
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
