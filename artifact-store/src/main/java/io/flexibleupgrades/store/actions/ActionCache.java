package io.flexibleupgrades.store.actions;

import io.flexibleupgrades.store.database.DatabaseSchema;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** What came of compiles, by the key of their inputs; the last word on a key wins. */
@ApplicationScoped
class ActionCache implements PanacheRepositoryBase<Action, String> {
  private static final String UPSERT =
      """
      INSERT INTO action (key, document) VALUES (:key, :document)
      ON CONFLICT (key) DO UPDATE SET document = excluded.document, stored_at = now()
      RETURNING xmax = 0
      """;

  private final DatabaseSchema schema;

  ActionCache(DatabaseSchema schema) {
    this.schema = schema;
  }

  /** Returns whether the key is new. */
  @Transactional
  boolean put(ActionKey key, ActionDocument document) {
    schema.requireReady();
    return (Boolean)
        getEntityManager()
            .createNativeQuery(UPSERT, Boolean.class)
            .setParameter("key", key.toString())
            .setParameter("document", document.text())
            .getSingleResult();
  }

  @Transactional
  Optional<ActionDocument> get(ActionKey key) {
    schema.requireReady();
    return findByIdOptional(key.toString()).map(action -> new ActionDocument(action.document));
  }
}
