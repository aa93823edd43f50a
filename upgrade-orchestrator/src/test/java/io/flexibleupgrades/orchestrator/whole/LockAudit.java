package io.flexibleupgrades.orchestrator.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Compares what publishes were answered with what the journal says was locked when. */
final class LockAudit {
  private final Set<Long> accepted = new HashSet<>();
  private final List<Long> refused = new ArrayList<>();
  private int busy;

  /**
   * An interval of the environment's stream, from the event that locks to the one that releases.
   */
  private record Locked(long from, long to) {
    boolean contains(long sequence) {
      return sequence >= from && sequence < to;
    }
  }

  void enter(Response answer) {
    switch (answer.statusCode()) {
      case 202 -> accepted.add(answer.jsonPath().getLong("sequence"));
      case 423 -> refused.add(answer.jsonPath().getLong("sequence"));
      case 409 -> busy++;
      default -> throw new AssertionError("A publish was answered " + answer.asString());
    }
  }

  /** Fails if one was accepted while locked, refused while not, or started without an answer. */
  void check(DataSource database, String environment) throws SQLException {
    var locked = new ArrayList<Locked>();
    var started = new HashSet<Long>();
    long from = 0;
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select sequence, wire_name from journal where stream = ? order by sequence")) {
      statement.setString(1, "environment/" + environment);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          long sequence = rows.getLong(1);
          switch (rows.getString(2)) {
            case "upgrade-started.v1" -> from = sequence;
            case "upgrade-ended.v1" -> locked.add(new Locked(from, sequence));
            case "publish-started.v1" -> started.add(sequence);
            default -> {
              // Neither locks nor publishes.
            }
          }
        }
      }
    }
    assertThat(locked).hasSize(2);
    assertThat(started).as("each publish of the journal was accepted").isEqualTo(accepted);
    assertThat(accepted).as("accepted inside").noneMatch(s -> isLocked(locked, s));
    assertThat(refused).as("refused outside").allMatch(s -> isLocked(locked, s));
  }

  int accepted() {
    return accepted.size();
  }

  int refused() {
    return refused.size();
  }

  /** Returns how many came while another publish of the module ran. */
  int busy() {
    return busy;
  }

  private static boolean isLocked(List<Locked> intervals, long sequence) {
    return intervals.stream().anyMatch(interval -> interval.contains(sequence));
  }
}
