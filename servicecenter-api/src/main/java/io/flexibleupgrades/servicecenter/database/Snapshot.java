package io.flexibleupgrades.servicecenter.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/** Reads that all see the views as of the same event. */
@ApplicationScoped
public class Snapshot {
  private static final String ONE_MOMENT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";
  private final Queries queries;
  private final Schema schema;

  Snapshot(Queries queries, Schema schema) {
    this.queries = queries;
    this.schema = schema;
  }

  /** Returns what the reads in {@code question} answer together. */
  public <T> T read(Callable<T> question) {
    schema.requireReady();
    return QuarkusTransaction.requiringNew()
        .call(() -> {
          queries.execute(ONE_MOMENT);
          return question.call();
        });
  }
}
