package io.flexibleupgrades.store.collection;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A journal that refers to blobs of this store.
 *
 * @param head its last event when it was announced
 * @param diverged whether somebody has the journal without an event that was its announced head
 */
record AnnouncedJournal(UUID id, String head, boolean diverged) {

  /** All journals that were announced. */
  @Schema(name = "JournalListing")
  record Listing(List<AnnouncedJournal> items) {}
}
