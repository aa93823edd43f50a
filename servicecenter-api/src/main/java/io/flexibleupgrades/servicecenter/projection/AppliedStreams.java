package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Stream;
import io.flexibleupgrades.servicecenter.database.Columns;
import io.flexibleupgrades.servicecenter.database.Queries;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How far each stream is applied, read and written in the transaction that writes the views. */
final class AppliedStreams {
  private record Applied(EnvironmentName environment, long sequence) {}

  private final Queries queries;
  private final Map<Stream, Applied> known = new HashMap<>();
  private final Map<String, Applied> moved = new TreeMap<>();

  AppliedStreams(Queries queries, Set<Stream> streams) {
    this.queries = queries;
    queries
        .list(
            """
            SELECT stream, environment, sequence FROM applied_stream
            WHERE stream = ANY (?) ORDER BY stream FOR UPDATE
            """,
            row ->
                Map.entry(
                    new Stream(row.text("stream")),
                    new Applied(
                        new EnvironmentName(row.text("environment")), row.bigint("sequence"))),
            (Object) streams.stream().map(Stream::name).toArray(String[]::new))
        .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
  }

  /** Returns the last applied sequence, 0 before the first. */
  long of(Stream stream) {
    var applied = known.get(stream);
    return applied == null ? 0 : applied.sequence();
  }

  void moveTo(Stream stream, EnvironmentName environment, long sequence) {
    var applied = new Applied(environment, sequence);
    known.put(stream, applied);
    moved.put(stream.name(), applied);
  }

  void save() {
    var rows = new Columns("text", "text", "int8");
    moved.forEach(
        (stream, applied) -> rows.add(stream, applied.environment().value(), applied.sequence()));
    queries.execute(
        """
        INSERT INTO applied_stream SELECT * FROM unnest(?, ?, ?)
        ON CONFLICT (stream) DO UPDATE SET sequence = excluded.sequence
        """,
        rows);
  }
}
