package io.flexibleupgrades.orchestrator.collection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.journal.Environments;
import io.flexibleupgrades.orchestrator.store.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Announces the journal to the store, and has the store remove what the journal does not name. */
@ApplicationScoped
class StoreCollection {
  private static final Logger LOG = Logger.getLogger(StoreCollection.class);

  private final JournalHeads heads;
  private final Environments environments;
  private final ArtifactStore store;
  private final ObjectMapper json;

  StoreCollection(
      JournalHeads heads, Environments environments, ArtifactStore store, ObjectMapper json) {
    this.heads = heads;
    this.environments = environments;
    this.store = store;
    this.json = json;
  }

  private record Announcement(String head, @Nullable String follows, boolean diverged) {}

  private record MarkSet(UUID journal, String head, int count, Set<Digest> live) {}

  /**
   * Says how far the journal has come, and whether it has what was said of it before.
   *
   * @return the head that was announced; empty if there is none, or the store refuses it
   */
  Optional<JournalHead> announce() {
    var now = heads.now();
    if (now.isEmpty()) {
      return now;
    }
    var head = now.get();
    var before = announced(head.journal());
    boolean diverged = before != null && !heads.has(before);
    if (diverged) {
      LOG.errorf(
          "The artifact store knows journal %s with an event that is not in it. It was restored from"
              + " a backup, or a copy of it is in use: nothing is collected until that is looked"
              + " into",
          head.journal());
    }
    var refusal =
        store.send(
            "PUT",
            "journals/" + head.journal(),
            written(new Announcement(head.event(), before, diverged)));
    refusal.ifPresent(why -> LOG.warnf("The journal is not announced: %s", why));
    return refusal.isPresent() || diverged ? Optional.empty() : now;
  }

  /**
   * Has the store begin a collection.
   *
   * @return false if it is not certain what is referred to, or the store refuses
   */
  boolean collect() {
    // What is appended after the head was announced is young in the store, or marked here.
    var head = announce();
    if (head.isEmpty()) {
      return false;
    }
    var unknown = heads.unknownEvents();
    if (!unknown.isEmpty()) {
      LOG.warnf("Nothing is collected: a later version wrote events %s", unknown);
      return false;
    }
    var live = live();
    var marks = new MarkSet(head.get().journal(), head.get().event(), live.size(), live);
    var refusal = store.send("POST", "collections", written(marks));
    refusal.ifPresentOrElse(
        why -> LOG.warnf("The artifact store collects nothing: %s", why),
        () -> LOG.infof("The artifact store collects all but %d blobs", live.size()));
    return refusal.isEmpty();
  }

  private Set<Digest> live() {
    var live = new LiveBlobs();
    for (var name : environments.names()) {
      environments.inSession(name, session -> add(session, live));
    }
    return live.digests();
  }

  private static LiveBlobs add(EnvironmentSession session, LiveBlobs live) {
    if (session.environment() instanceof Known known) {
      live.add(known, session::upgrade);
    }
    return live;
  }

  /** Returns the head that the store knows of this journal, null if it does not know it. */
  private @Nullable String announced(UUID journal) {
    try {
      for (JsonNode known : json.readTree(store.document("journals")).path("items")) {
        if (known.path("id").asText().equals(journal.toString())) {
          return known.path("head").asText();
        }
      }
      return null;
    } catch (JsonProcessingException e) {
      throw store.unavailable("its answer is malformed: " + e.getMessage());
    }
  }

  private byte[] written(Object document) {
    try {
      return json.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document cannot be written as JSON.", e);
    }
  }
}
