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
   * Applies the records of one partition in their order.
   *
   * @param records at least one
   * @param garbage takes each record that is no event
   */
  Applied apply(List<Received> records, Consumer<Garbage> garbage) {
    var streams = new AppliedStreams(queries, streamsOf(records));
    var views = new EventViews(queries, upgrades);
    var changed = new LinkedHashSet<EnvironmentName>();
    long next = records.getFirst().raw().offset();
    @Nullable Halt halt = null;
    for (var record : records) {
      switch (record) {
        case Garbage poison -> garbage.accept(poison);
        case Understood(var raw, var name, var event) -> {
          long expected = streams.of(event.stream()) + 1;
          if (event.sequence() > expected) {
            halt =
                new Halt.Gap(
                    event.stream(),
                    expected,
                    event.sequence(),
                    raw.topic(),
                    raw.partition(),
                    raw.offset());
          } else if (event.sequence() == expected) {
            apply(name, event, streams, views);
            changed.add(name);
          }
        }
      }
      if (halt != null) {
        break;
      }
      next = record.raw().offset() + 1;
    }
    views.write();
    streams.save();
    return new Applied(changed, next, halt);
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
