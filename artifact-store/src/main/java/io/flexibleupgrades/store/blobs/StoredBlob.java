package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import java.time.Instant;

/**
 * A blob as the folder lists it, its content not looked at.
 *
 * @param touched when it was last put, or said to be there
 */
public record StoredBlob(Digest digest, Instant touched, long bytes) {}
