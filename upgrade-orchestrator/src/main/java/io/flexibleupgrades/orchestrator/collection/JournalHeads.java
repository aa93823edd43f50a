package io.flexibleupgrades.orchestrator.collection;

import io.flexibleupgrades.events.WireName;
import io.flexibleupgrades.orchestrator.journal.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks at the journal from outside: which one it is, and how far it has come. */
@ApplicationScoped
class JournalHeads {
  private final Transactions transactions;

  JournalHeads(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Returns the journal's head, empty as long as there is no environment in it. */
  Optional<JournalHead> now() {
    return transactions.run(connection -> {
      var first =
          text(
              connection,
              """
              select event_id::text from journal where wire_name = 'environment-created.v1'
              order by position limit 1
              """);
      var last =
          text(
              connection,
              """
              select event_id || ' ' || sequence || ' ' || stream from journal
              order by txid desc, position desc limit 1
              """);
      return first.isEmpty() || last.isEmpty()
          ? Optional.empty()
          : Optional.of(new JournalHead(UUID.fromString(first.get()), last.get()));
    });
  }

  /** Whether the event that was a head is in the journal. */
  boolean has(String head) {
    var parts = head.split(" ", 3);
    return parts.length == 3
        && parts[1].matches("[0-9]{1,18}")
        && transactions.run(connection -> {
          try (var statement =
              connection.prepareStatement(
                  """
                  select 1 from journal
                  where stream = ? and sequence = ? and event_id::text = ?
                  """)) {
            statement.setString(1, parts[2]);
            statement.setLong(2, Long.parseLong(parts[1]));
            statement.setString(3, parts[0]);
            try (var rows = statement.executeQuery()) {
              return rows.next();
            }
          }
        });
  }

  /** Returns the wire names of events that a later version wrote: what they refer to is unknown. */
  List<String> unknownEvents() {
    return transactions.run(connection -> {
      try (var statement = connection.prepareStatement("select distinct wire_name from journal");
          var rows = statement.executeQuery()) {
        var unknown = new ArrayList<String>();
        while (rows.next()) {
          if (WireName.parse(rows.getString(1)) == null) {
            unknown.add(rows.getString(1));
          }
        }
        return unknown;
      }
    });
  }

  private static Optional<String> text(Connection connection, String query) throws SQLException {
    try (var statement = connection.prepareStatement(query);
        var rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }
  }
}
