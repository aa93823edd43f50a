package io.flexibleupgrades.orchestrator.journal;

import io.flexibleupgrades.events.Stream;

/** An event of the journal that this version cannot read: a later one wrote it. */
record UnreadEvent(Stream stream, long sequence, String wireName) {}
