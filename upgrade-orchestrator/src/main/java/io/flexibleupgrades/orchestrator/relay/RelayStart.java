package io.flexibleupgrades.orchestrator.relay;

import io.flexibleupgrades.events.JournalRecord.UnknownEvent;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.orchestrator.journal.Transactions;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Makes sure, before anything is relayed, that the journal and the topic of its events fit each
 * other: either may have been restored from a backup or be a new one.
 */
@ApplicationScoped
public class RelayStart {
  private static final Logger LOG = Logger.getLogger(RelayStart.class);
  private static final int LAST_EVENTS = 100;

  private final Transactions transactions;
  private final List<RelaySource> sources;
  private final EventsTopic topic;

  RelayStart(Transactions transactions, @All List<RelaySource> sources, EventsTopic topic) {
    this.transactions = transactions;
    this.sources = sources;
    this.topic = topic;
  }

  /**
   * Prepares the relay. A topic that is new gets the whole journal again.
   *
   * @throws ForeignEventsException if the topic has events that the journal does not have
   */
  public void prepare() {
    var id = topic.id();
    var last = topic.last(LAST_EVENTS, transactions.run(RelayStart::journal));
    transactions.execute(connection -> {
      execute(connection, "lock table relay_topic in exclusive mode");
      for (var event : last) {
        requireKnown(connection, event);
      }
      for (var source : sources) {
        renumber(connection, source);
      }
      recordTopic(connection, id);
    });
  }

  private static String journal(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select id from journal_identity")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void requireKnown(Connection connection, UnknownEvent event) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select event_id from journal where stream = ? and sequence = ?")) {
      statement.setString(1, event.stream().name());
      statement.setLong(2, event.sequence());
      try (var rows = statement.executeQuery()) {
        if (!rows.next() || !rows.getString(1).equals(event.eventId().toString())) {
          throw new ForeignEventsException(event);
        }
      }
    }
  }

  /**
   * The relay's order rests on transaction ids, which begin anew in another PostgreSQL: rows from
   * before get ids that precede all others, those that are still to be published the later one.
   */
  private static void renumber(Connection connection, RelaySource source) throws SQLException {
    var table = source.table();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select coalesce(max(txid) >= pg_snapshot_xmax(pg_current_snapshot()), false)
                from %s
                """
                    .formatted(table))) {
      if (!rows.next() || !rows.getBoolean(1)) {
        return;
      }
    }
    LOG.warnf(
        "Table %s comes from another PostgreSQL, as after a restore: its rows are numbered anew",
        table);
    execute(
        connection,
        """
        update %1$s set txid = case when exists (
          select 1 from relay_checkpoint c where c.source = '%2$s'
            and (%1$s.txid, %1$s.position) <= (c.txid, c.position)) then '0' else '1' end::xid8
        """
            .formatted(table, source.name()));
    execute(
        connection,
        """
        update relay_checkpoint set txid = '0', position = %d where source = '%s'
        """
            .formatted(Long.MAX_VALUE, source.name()));
  }

  private static void recordTopic(Connection connection, String id) throws SQLException {
    boolean isNew;
    try (var statement =
        connection.prepareStatement(
            "select 1 from relay_topic where topic = ? and topic_id <> ?")) {
      statement.setString(1, Topics.UPGRADE_EVENTS);
      statement.setString(2, id);
      isNew = statement.executeQuery().next();
    }
    if (isNew) {
      LOG.warnf(
          "Topic %s is a new one: the whole journal is published again", Topics.UPGRADE_EVENTS);
      execute(connection, "delete from relay_checkpoint where source = 'journal'");
    }
    try (var statement =
        connection.prepareStatement(
            """
            insert into relay_topic (topic, topic_id) values (?, ?)
            on conflict (topic) do update set topic_id = excluded.topic_id,
              requests_after = (select coalesce(max(position), 0) from journal)
            where relay_topic.topic_id <> excluded.topic_id
            """)) {
      statement.setString(1, Topics.UPGRADE_EVENTS);
      statement.setString(2, id);
      statement.executeUpdate();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
