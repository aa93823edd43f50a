package io.flexibleupgrades.orchestrator.preparation;

/**
 * A message or a timer that is under way.
 *
 * @param byChance whether a worker whom nothing ailed would have said something else
 */
record Letter(PreparationCommand command, boolean byChance) {}
