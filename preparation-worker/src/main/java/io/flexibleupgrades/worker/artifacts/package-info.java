/** What a compile needs and leaves behind: the artifact store's client and a cache on disk. */
@NullMarked
package io.flexibleupgrades.worker.artifacts;

import org.jspecify.annotations.NullMarked;
