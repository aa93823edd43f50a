package io.flexibleupgrades.store.collection;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.actions.ActionCache;
import io.flexibleupgrades.store.blobs.BlobStore;
import io.flexibleupgrades.store.platforms.Platforms;
import io.flexibleupgrades.store.references.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/**
 * Follows references: from the journal, the action cache and the platform versions to blobs, and
 * from each artifact to what it was made of and compiled against.
 */
@ApplicationScoped
class LiveBlobs {
  /** The entry of an artifact that names what it was made of. */
  static final String MANIFEST = "META-INF/flexup/artifact.json";

  private final BlobStore blobs;
  private final ActionCache actions;
  private final Platforms platforms;

  LiveBlobs(BlobStore blobs, ActionCache actions, Platforms platforms) {
    this.blobs = blobs;
    this.actions = actions;
    this.platforms = platforms;
  }

  /** Returns everything that must be kept; blobs that are missing may be among it. */
  Set<Digest> of(MarkSet marks) throws IOException, SQLException {
    var live = new HashSet<>(marks.live());
    live.addAll(platforms.bundles());
    actions.forEachReference(live::add);
    var unread = new ArrayDeque<>(live);
    for (var digest = unread.poll(); digest != null; digest = unread.poll()) {
      // Not verified: who finds an artifact corrupt never gets to see what it refers to.
      blobs.readEntry(
          digest,
          MANIFEST,
          manifest ->
              References.in(
                  manifest,
                  reference -> {
                    // Only what is there, so that no manifest makes the set grow without end.
                    if (!live.contains(reference) && blobs.lists(reference)) {
                      live.add(reference);
                      unread.add(reference);
                    }
                  }));
    }
    return live;
  }
}
