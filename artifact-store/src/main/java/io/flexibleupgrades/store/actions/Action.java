package io.flexibleupgrades.store.actions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One row of the action cache; written by the repository's upsert only. */
@Entity
@Table(name = "action")
class Action {
  @Id
  @Column(name = "key", columnDefinition = "char(64)")
  String key;

  String document;

  @SuppressWarnings("NullAway.Init")
  Action() {}
}
