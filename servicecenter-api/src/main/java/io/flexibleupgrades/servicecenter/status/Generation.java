package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.servicecenter.database.Queries;
import jakarta.enterprise.context.ApplicationScoped;

/** Which views these are; another number after they were emptied and built again. */
@ApplicationScoped
public class Generation {
  private final Queries queries;

  Generation(Queries queries) {
    this.queries = queries;
  }

  long present() {
    return queries
        .list("SELECT number FROM views_generation", row -> row.bigint("number"))
        .getFirst();
  }

  /** Makes all cursors invalid, in the transaction that empties the views. */
  public void next() {
    queries.execute(
        """
        UPDATE views_generation
        SET number = greatest(number + 1, (extract(epoch FROM clock_timestamp()) * 1000)::bigint)
        """);
  }
}
