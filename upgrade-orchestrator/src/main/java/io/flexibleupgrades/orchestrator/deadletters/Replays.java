package io.flexibleupgrades.orchestrator.deadletters;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.orchestrator.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The table of what was put back. Works in the caller's transaction. */
@ApplicationScoped
public class Replays {
  private final ObjectMapper json;

  Replays(ObjectMapper json) {
    this.json = json;
  }

  /** Returns the latest replay of each of these letters that was put back before. */
  public Map<LetterPlace, Replayed> of(Connection connection, Collection<DatedPlace> letters)
      throws SQLException {
    var replays = new HashMap<LetterPlace, Replayed>();
    try (var statement =
        connection.prepareStatement(
            """
            select replayed_at, replayed_by from dead_letter_replay
            where topic = ? and letter_partition = ? and letter_offset = ? and letter_time = ?
            order by position desc limit 1
            """)) {
      for (var letter : letters) {
        statement.setString(1, letter.place().topic().toString());
        statement.setInt(2, letter.place().partition());
        statement.setLong(3, letter.place().offset());
        statement.setObject(4, letter.at().atOffset(ZoneOffset.UTC));
        try (var rows = statement.executeQuery()) {
          if (rows.next()) {
            var at = rows.getObject(1, OffsetDateTime.class).toInstant();
            replays.put(letter.place(), new Replayed(at, rows.getString(2)));
          }
        }
      }
    }
    return replays;
  }

  /** Puts a letter back; the relay publishes it to its topic when the transaction has committed. */
  void put(Connection connection, DeadLetter letter, String operator) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into dead_letter_replay
              (topic, letter_partition, letter_offset, letter_time, record_key, payload, headers,
               replayed_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      statement.setString(1, letter.place().topic().toString());
      statement.setInt(2, letter.place().partition());
      statement.setLong(3, letter.place().offset());
      statement.setObject(4, letter.at().atOffset(ZoneOffset.UTC));
      statement.setBytes(5, letter.raw().key());
      statement.setBytes(6, letter.raw().value());
      statement.setString(7, headers(letter));
      statement.setString(8, operator.replace('\0', ' '));
      statement.executeUpdate();
    }
    try (var statement = connection.prepareStatement("select pg_notify(?, '')")) {
      statement.setString(1, Journal.CHANNEL);
      statement.execute();
    }
  }

  private String headers(DeadLetter letter) {
    var headers = json.createArrayNode();
    for (var header : letter.headers()) {
      headers.addObject().put("name", header.key()).put("value", header.value());
    }
    return headers.toString();
  }

  /** A letter's place, and when it was set aside. */
  public record DatedPlace(LetterPlace place, Instant at) {
    public static DatedPlace of(DeadLetter letter) {
      return new DatedPlace(letter.place(), letter.at());
    }
  }

  /** A replay that was. */
  public record Replayed(Instant at, String by) {
    @Override
    public String toString() {
      return by + " at " + at;
    }
  }
}
