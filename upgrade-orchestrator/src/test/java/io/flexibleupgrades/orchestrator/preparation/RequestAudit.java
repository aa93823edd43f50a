package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.BrokenRuleException.require;

import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.RequestedModule;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Dispatch;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Retry;
import java.util.List;
import java.util.Objects;

/** Checks what is requested of workers, when, and in which order. */
final class RequestAudit {
  private final Books books;

  RequestAudit(Books books) {
    this.books = books;
  }

  /** Checks that as much as there is room for is requested, the longest way ahead first. */
  void checkDispatch(int room, List<PreparationEvent> events) {
    int ready = ready();
    require(
        events.size() == Math.min(room, Integer.bitCount(ready)),
        "other than room, ready and requested units allow",
        room,
        Numbered.list(ready),
        events.size());
    long last = Long.MAX_VALUE;
    for (var event : events) {
      int unit = event instanceof ModulePrepareRequested request ? Numbered.of(request.unit()) : -1;
      require(unit >= 0 && (ready >>> unit & 1) != 0, "dispatched, but not ready", event);
      ready &= ~(1 << unit);
      long way = books.oracle().longestWay(unit);
      require(way <= last, "a longer way comes later", event);
      last = way;
    }
    for (int rest = events.isEmpty() ? 0 : ready; rest != 0; rest &= rest - 1) {
      int left = Integer.numberOfTrailingZeros(rest);
      require(books.oracle().longestWay(left) <= last, "a longer way is left behind", left);
    }
  }

  /** Checks one request, before it is booked. */
  void check(PreparationCommand command, ModulePrepareRequested request) {
    int unit = Numbered.of(request.unit());
    var before = books.requestOf(unit);
    int attempt = before == null ? books.firstAttempt() : before.attempt() + 1;
    require(request.attempt() == attempt, "not the next attempt", attempt, request);
    require(
        before == null || books.isAwaitingRetry(unit, before.attempt()),
        "requested while the attempt before is under way",
        request);
    require(books.stage.isUnderWay(), "requested, but not under way", request);
    require(request.platform().equals(Story.NEW), "requested with another platform", request);
    checkMembers(unit, request);
    if (request.isSkip()) {
      require(!(command instanceof Dispatch), "skipped unasked", request);
      require(
          before == null
              ? Numbered.isSet(request.failedProducers(), causes(unit))
              : before.failedProducers().equals(request.failedProducers()),
          "requested with other failed producers than those known",
          request);
    } else {
      require(before == null || !before.isSkip(), "compiled after it was to be skipped", request);
      require(books.stage.at() == StageBooks.At.STARTED, "dispatched while paused", request);
      require(
          command instanceof Dispatch || command instanceof Retry,
          "compiled without being dispatched",
          request);
    }
  }

  private void checkMembers(int unit, ModulePrepareRequested request) {
    int rest = books.oracle().cycle(unit);
    for (var requested : request.modules()) {
      int module = Numbered.of(requested.module());
      require(
          rest != 0 && module == Integer.numberOfTrailingZeros(rest),
          "requested with other members than the unit's",
          request);
      rest &= rest - 1;
      require((books.settled() >>> module & 1) == 0, "requested, but settled already", request);
      var planned = books.planned[module];
      require(
          Objects.equals(requested.source(), Numbered.source(module, planned.version()))
              && Objects.equals(requested.defect(), planned.defect()),
          "requested with another source",
          request);
      if (!request.isSkip()) {
        checkCompiled(module, planned, requested);
      }
    }
    require(rest == 0, "requested with other members than the unit's", request);
  }

  private void checkCompiled(int module, SimulatedModule planned, RequestedModule requested) {
    require(
        Objects.equals(requested.options(), planned.options())
            && Objects.equals(requested.fresh(), planned.fresh()),
        "requested with other options",
        requested);
    int needed = books.oracle().directOutside(module);
    require(
        (needed & ~books.prepared()) == 0, "requested before its producers are prepared", module);
    int place = 0;
    var given = requested.producers();
    if (planned.has(SimulatedModule.IS_GIVEN)) {
      require(
          !given.isEmpty() && given.getFirst().equals(SimulatedModule.GIVEN),
          "requested without what is given",
          requested);
      place++;
    }
    require(
        given.size() == place + Integer.bitCount(needed),
        "requested with other artifacts than its producers'",
        requested);
    for (int rest = needed; rest != 0; rest &= rest - 1) {
      int producer = Integer.numberOfTrailingZeros(rest);
      var artifact = given.get(place++);
      require(
          Numbered.of(artifact.module()) == producer
              && artifact.artifact().equals(books.artifactOf(producer)),
          "requested with other artifacts than its producers'",
          requested);
    }
  }

  /** Returns the modules that can only be skipped, and are not yet. */
  int blocked() {
    int lost = books.failed() | books.skipped();
    int blocked = 0;
    for (int rest = lost == 0 ? 0 : books.unsettled(); rest != 0; rest &= rest - 1) {
      int module = Integer.numberOfTrailingZeros(rest);
      blocked |= (books.oracle().before(module) & lost) != 0 ? 1 << module : 0;
    }
    return blocked;
  }

  /** Returns the failed modules that the unit consumes; if there are none, the skipped ones. */
  private int causes(int unit) {
    int before = books.oracle().before(unit);
    return (before & books.failed()) != 0 ? before & books.failed() : before & books.skipped();
  }

  private int ready() {
    int ready = 0;
    if (books.stage.at() == StageBooks.At.STARTED) {
      for (int rest = books.unsettled(); rest != 0; rest &= rest - 1) {
        int unit = Integer.numberOfTrailingZeros(rest);
        if (books.oracle().unitOf(unit) == unit
            && books.requestOf(unit) == null
            && (books.oracle().producersOfUnit(unit) & ~books.prepared()) == 0) {
          ready |= 1 << unit;
        }
      }
    }
    return ready;
  }
}
