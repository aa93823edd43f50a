package io.flexibleupgrades.events;

/**
 * One fact that the orchestrator's journal holds. What happened is all it says: when, in which
 * position of its stream and under which id belong to {@link EventEnvelope}, so that deciding needs
 * no clock.
 *
 * <p>Shipped components are never renamed, retyped or removed; a changed meaning is a new event
 * type with a new wire name. A component that is added is {@code @Nullable}, since events written
 * before do not have it. Free text has U+FFFD in place of each NUL and each half of a surrogate
 * pair, so that every store can keep it.
 */
public sealed interface Event permits EnvironmentEvent, PreparationEvent {

  /** The environment it happened in, and its partition key. */
  EnvironmentName environment();

  /** The stream it belongs to. */
  Stream stream();
}
