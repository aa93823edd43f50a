package io.flexibleupgrades.events;

/**
 * One fact that the orchestrator's journal holds. What happened is all it says: when, in which
 * position of its stream and under which id belong to {@link EventEnvelope}, so that deciding needs
 * no clock.
 *
 * <p>Shipped components are never renamed, retyped or removed; a changed meaning is a new event
 * type with a new wire name.
 */
public sealed interface Event permits EnvironmentEvent, PreparationEvent {

  /** The environment it happened in, and its partition key. */
  EnvironmentName environment();

  /** The stream it belongs to. */
  Stream stream();
}
