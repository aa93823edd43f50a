package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.JournalRecord;
import io.flexibleupgrades.events.JournalRecord.KnownEvent;
import io.flexibleupgrades.events.JournalRecord.UnknownEvent;
import io.flexibleupgrades.events.Stream;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.projection.Received.Garbage;
import io.flexibleupgrades.servicecenter.projection.Received.Understood;
import io.flexibleupgrades.servicecenter.status.EnvironmentRows;
import io.flexibleupgrades.servicecenter.status.UpgradeRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Applies events to the views, in the transaction of the calling thread.
 *
 * <p>Kafka delivers at least once, and a rebuild delivers everything again. The last applied
 * sequence of each stream is therefore kept with the views: an older event is ignored, and a gap
 * ends the batch before it.
 */
@ApplicationScoped
class Projection {
  /**
   * Of rows that were just written the planner has no statistics yet, and it would read all of them
   * instead of looking up those it needs.
   */
  private static final String LOOK_UP_EACH_ROW =
      """
      SELECT set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
        set_config('enable_seqscan', 'off', true)
      """;

  private final Queries queries;
  private final EnvironmentRows environments;
  private final UpgradeRows upgrades;

  Projection(Queries queries, EnvironmentRows environments, UpgradeRows upgrades) {
    this.queries = queries;
    this.environments = environments;
    this.upgrades = upgrades;
  }

  /**
   * What a batch came to.
   *
   * @param environments those whose views changed
   * @param nextOffset where the partition goes on
   * @param halt why it does not go on, null if it does
   */
  record Applied(Set<EnvironmentName> environments, long nextOffset, @Nullable Halt halt) {}

  /**
   * Applies the records of one partition in their order, up to the first gap.
   *
   * @param records at least one
   * @param garbage takes the records that are no events, if there are any
   */
  Applied apply(List<Received> records, Consumer<List<Garbage>> garbage) {
    return apply(records, garbage, null);
  }

  /**
   * Applies the records of one partition in their order.
   *
   * @param records at least one
   * @param garbage takes the records that are no events, if there are any
   * @param missing passes over what follows a gap, null to end the batch before it
   */
  Applied apply(
      List<Received> records, Consumer<List<Garbage>> garbage, @Nullable MissingEvents missing) {
    queries.list(LOOK_UP_EACH_ROW, _ -> true);
    var mentioned = mentioned(records);
    var streams = new AppliedStreams(queries, streamsOf(records));
    environments.read(mentioned.environments());
    upgrades.read(mentioned.preparations());
    var views = new EventViews(mentioned, queries, upgrades);
    var changed = new LinkedHashSet<EnvironmentName>();
    var poisons = new ArrayList<Garbage>();
    long next = records.getFirst().raw().offset();
    @Nullable Halt halt = null;
    for (var record : records) {
      switch (record) {
        case Garbage poison -> poisons.add(poison);
        case Understood understood -> {
          var place = understood.place(streams.of(understood.event().stream()));
          if (place.found() < place.expected() || isPassedOver(understood, place, missing)) {
            break;
          }
          if (place.found() > place.expected()) {
            halt = place;
          } else {
            apply(understood.environment(), understood.event(), streams, views);
            changed.add(understood.environment());
          }
        }
      }
      if (halt != null) {
        break;
      }
      next = record.raw().offset() + 1;
    }
    if (!poisons.isEmpty()) {
      garbage.accept(poisons);
    }
    views.write();
    streams.save();
    return new Applied(changed, next, halt);
  }

  private static boolean isPassedOver(
      Understood record, Halt.Gap place, @Nullable MissingEvents missing) {
    return missing != null && missing.passesOver(record.environment(), place);
  }

  private void apply(
      EnvironmentName name, JournalRecord event, AppliedStreams streams, EventViews views) {
    var environment = environments.findOrAdd(name);
    switch (event) {
      case KnownEvent(var envelope) ->
          views.apply(environment, envelope.event(), envelope.recordedAt());
      case UnknownEvent _ -> {
        // A later version's event: it takes its place in the stream and changes nothing here.
      }
    }
    environment.applied(event.recordedAt());
    streams.moveTo(event.stream(), name, event.sequence());
  }

  private static Mentioned mentioned(List<Received> records) {
    var mentioned = new Mentioned();
    for (var record : records) {
      if (record instanceof Understood(_, _, KnownEvent(var envelope))) {
        mentioned.add(envelope.event());
      }
    }
    return mentioned;
  }

  private static Set<Stream> streamsOf(List<Received> records) {
    return records.stream()
        .filter(Understood.class::isInstance)
        .map(record -> ((Understood) record).event().stream())
        .collect(Collectors.toSet());
  }

  /** Removes every row of every view. */
  void empty() {
    for (var table :
        List.of(
            "environment",
            "module",
            "module_producer",
            "module_setting",
            "upgrade",
            "upgrade_module",
            "upgrade_edge",
            "failed_producer",
            "failure",
            "compiler_output",
            "module_change",
            "publish",
            "publish_module",
            "applied_stream",
            "consumed_partition")) {
      queries.execute("DELETE FROM " + table);
    }
  }
}
