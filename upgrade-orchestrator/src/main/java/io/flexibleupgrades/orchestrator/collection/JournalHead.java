package io.flexibleupgrades.orchestrator.collection;

import java.util.UUID;

/**
 * A journal and its last event.
 *
 * @param journal tells it from every other journal: the id of its first event
 * @param event the last one: its id, sequence and stream
 */
record JournalHead(UUID journal, String event) {}
