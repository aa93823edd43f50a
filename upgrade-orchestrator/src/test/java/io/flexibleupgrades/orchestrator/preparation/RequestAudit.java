package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.BrokenRuleException.require;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.events.RequestedModule;
import io.flexibleupgrades.events.UnitId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks what is requested of workers, when, and in which order. */
final class RequestAudit {
  private final FactoryOracle oracle;
  private final Books books;
  private final Map<ModuleId, EnlistedModule> modules;

  RequestAudit(SimulatedFactory factory, FactoryOracle oracle, Books books) {
    this.oracle = oracle;
    this.books = books;
    modules = factory.modules().stream().collect(Collectors.toMap(EnlistedModule::module, m -> m));
  }

  /** Checks that as much as there is room for is requested, the longest way ahead first. */
  void checkDispatch(int room, List<PreparationEvent> events) {
    var ready = new HashSet<>(ready());
    require(
        events.size() == Math.min(room, ready.size()),
        "other than room, ready and requested units allow",
        room,
        ready.size(),
        events.size());
    long last = Long.MAX_VALUE;
    for (var event : events) {
      require(
          event instanceof ModulePrepareRequested request && ready.remove(request.unit()),
          "dispatched, but not ready",
          event);
      long way = way(((ModulePrepareRequested) event).unit());
      require(way <= last, "a longer way comes later", event);
      last = way;
    }
    for (var left : ready) {
      require(events.isEmpty() || way(left) <= last, "a longer way is left behind", left);
    }
  }

  /** Checks one request, before it is booked. */
  void check(ModulePrepareRequested request) {
    var unit = request.unit();
    var first = new ModuleId(unit.value());
    var before = books.requestOf(unit);
    int attempt = before == null ? 1 : before.attempt() + 1;
    require(request.attempt() == attempt, "not the next attempt", attempt, request);
    require(
        before == null || books.isAwaitingRetry(unit, before.attempt()),
        "requested while the attempt before is under way",
        request);
    require(
        before == null || before.failedProducers().equals(request.failedProducers()),
        "another request than before",
        request);
    require(request.platform().equals(Story.NEW), "requested with another platform", request);
    var members = request.modules().stream().map(RequestedModule::module).toList();
    require(
        members.equals(oracle.cycle(first)),
        "requested with other members than the unit's",
        request);
    for (var member : request.modules()) {
      require(
          !books.settled().containsKey(member.module()), "requested, but settled already", request);
      require(
          Objects.equals(source(member.module()), member.source()),
          "requested with another source",
          request);
      if (!request.isSkip()) {
        checkProducers(member);
      }
    }
    require(
        before != null || books.failuresBefore(first).equals(request.failedProducers()),
        "requested with other failed producers than those known",
        books.failuresBefore(first),
        request);
  }

  private void checkProducers(RequestedModule requested) {
    var needed = oracle.directOutside(requested.module());
    require(
        needed.stream().allMatch(books::isPrepared),
        "requested before its producers are prepared",
        requested.module());
    var expected =
        needed.stream()
            .map(producer ->
                new ProducerArtifact(producer, Objects.requireNonNull(books.artifactOf(producer))))
            .toList();
    require(
        requested.producers().equals(expected),
        "requested with other artifacts than its producers'",
        requested.module());
  }

  private List<UnitId> ready() {
    if (!books.hasStarted() || books.hasEnded()) {
      return List.of();
    }
    return oracle.modules().stream()
        .map(books::unitOf)
        .distinct()
        .filter(unit -> books.requestOf(unit) == null)
        .filter(
            unit -> oracle.outside(new ModuleId(unit.value())).stream().allMatch(books::isPrepared))
        .toList();
  }

  private long way(UnitId unit) {
    return oracle.longestWay(new ModuleId(unit.value()));
  }

  private @Nullable Digest source(ModuleId module) {
    var enlisted = modules.get(module);
    return enlisted == null ? null : enlisted.source();
  }
}
