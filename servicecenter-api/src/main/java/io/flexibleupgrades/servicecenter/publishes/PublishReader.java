package io.flexibleupgrades.servicecenter.publishes;

import io.flexibleupgrades.events.Choice;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.Row;
import io.flexibleupgrades.servicecenter.database.Snapshot;
import io.flexibleupgrades.servicecenter.database.StoredDiagnostics;
import io.flexibleupgrades.servicecenter.http.Cursor;
import io.flexibleupgrades.servicecenter.publishes.Publishes.Numbered;
import io.flexibleupgrades.servicecenter.status.EnvironmentRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers questions about publishes, each as of one moment. */
@ApplicationScoped
public class PublishReader {
  private static final String MADE_AGAIN =
      "It is not published: its artifact is made again for the modules that consume it.";

  private final Snapshot snapshot;
  private final EnvironmentRows environments;
  private final Publishes publishes;
  private final Queries queries;

  PublishReader(
      Snapshot snapshot, EnvironmentRows environments, Publishes publishes, Queries queries) {
    this.snapshot = snapshot;
    this.environments = environments;
    this.publishes = publishes;
    this.queries = queries;
  }

  /** Returns a page of the environment's publishes. */
  public PublishesPage ofEnvironment(EnvironmentName name, @Nullable String cursor, int limit) {
    var list = "publishes of environment/" + name;
    int before = Cursor.below(cursor, list);
    return snapshot.read(() -> {
      var asOf = environments.require(name).asOf();
      var found = publishes.of(name, before, limit + 1);
      var shown = found.subList(0, Math.min(limit, found.size()));
      var items = shown.stream().map(Numbered::publish).toList();
      var next = found.size() > limit ? new Cursor(list, shown.getLast().ordinal()).text() : null;
      return new PublishesPage(items, next, asOf);
    });
  }

  /** Returns all that is known of a publish. */
  public Publish publish(PublishId id) {
    return snapshot.read(() -> {
      var publish = publishes.one(id).orElseThrow(() -> new PublishNotFoundException(id));
      var asOf = environments.require(publish.environment()).asOf();
      return new Publish(publish, modules(id), asOf);
    });
  }

  private List<PublishedModule> modules(PublishId id) {
    return queries.list(
        """
        SELECT m.*, said.diagnostics, coalesce(said.log, '') AS log,
          CASE WHEN m.state = 'skipped' THEN
            ARRAY(SELECT producer FROM failed_producer f
                  WHERE f.upgrade_id = m.publish_id AND f.module = m.name ORDER BY producer)
            END AS failed_producers
        FROM module_in_publish m
        LEFT JOIN compiler_output said ON said.upgrade_id = m.publish_id AND said.module = m.name
        WHERE m.publish_id = ? ORDER BY m.name
        """,
        PublishReader::module,
        id.value());
  }

  private static PublishedModule module(Row row) throws SQLException {
    var reason = row.textOrNull("reason");
    return new PublishedModule(
        new ModuleId(row.text("name")),
        Choice.parse(PublishedModuleState.class, row.text("state")),
        row.flag("deployed"),
        row.valueOrNull("reused", Digest::new),
        reason == null ? MADE_AGAIN : reason,
        row.valueOrNull("artifact", Digest::new),
        row.bigintOrNull("compile_millis"),
        row.integer("warnings"),
        row.valueOrNull("failure_kind", kind -> Choice.parse(FailureKind.class, kind)),
        row.values("failed_producers", ModuleId::new),
        StoredDiagnostics.read(row.textOrNull("diagnostics")),
        row.text("log"));
  }
}
