package io.flexibleupgrades.orchestrator.retention;

import io.flexibleupgrades.orchestrator.journal.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Deletes rows of a certain age, by PostgreSQL's clock, in batches that block nobody for long. */
@ApplicationScoped
public class Retention {
  private static final Logger LOG = Logger.getLogger(Retention.class);
  private static final String ANSWERS =
      """
      delete from idempotent_answer where ctid = any (array(
        select ctid from idempotent_answer
        where answered_at < statement_timestamp() - ? * interval '1 millisecond'
        order by answered_at limit ? for update skip locked))
      """;
  private static final String INBOX =
      """
      delete from inbox where ctid = any (array(
        select ctid from inbox
        where received_at < statement_timestamp() - ? * interval '1 millisecond'
        order by received_at limit ? for update skip locked))
      """;

  private final Transactions transactions;
  private final RetentionConfig config;
  private volatile long last;

  Retention(Transactions transactions, RetentionConfig config) {
    this.transactions = transactions;
    this.config = config;
    last = System.nanoTime() - config.every().toNanos();
  }

  /** Deletes one batch of each kind if it is time to; while there is more, it always is. */
  public void run() {
    if (System.nanoTime() - last < config.every().toNanos()) {
      return;
    }
    int answers = delete(ANSWERS, config.answers());
    int messages = delete(INBOX, config.inbox());
    if (answers + messages > 0) {
      LOG.infof("%d answers and %d taken messages are forgotten", answers, messages);
    }
    if (answers < config.batch() && messages < config.batch()) {
      last = System.nanoTime();
    }
  }

  private int delete(String sql, Duration kept) {
    return transactions.run(connection -> delete(connection, sql, kept));
  }

  private int delete(Connection connection, String sql, Duration kept) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, kept.toMillis());
      statement.setInt(2, config.batch());
      return statement.executeUpdate();
    }
  }
}
