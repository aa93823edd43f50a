package com.kestrelparcel.coreaudit;

import com.kestrelparcel.coresecurity.Staff;
import java.time.LocalDateTime;
import java.util.List;
import platform.entity.Entity;
import platform.entity.Table;
import platform.security.User;
import platform.text.TextFormat;
import platform.time.PlatformClock;

/** Who changed what and when, never deleted. */
public final class AuditTrail {

  /** One change. */
  public record Change(
      String id, LocalDateTime at, String by, String subject, String what, boolean open)
      implements Entity {}

  private final Table<Change> changes = Table.named("Change");
  private final PlatformClock clock;

  /** An empty trail that takes its times from the clock. */
  public AuditTrail(PlatformClock clock) {
    this.clock = clock;
  }

  /** Checks that the user may do the action, and records that they did. */
  public Change record(User user, String action, String subject) {
    Staff.require(user, action);
    String id = TextFormat.padLeft(Integer.toString(changes.count() + 1), 6, '0');
    return changes.save(
        new Change(id, clock.now(), user.name(), subject, action, Staff.needsSecondPerson(user)));
  }

  /** What happened to a subject, oldest first. */
  public List<Change> of(String subject) {
    return changes.query().where(c -> c.subject().equals(subject)).orderBy(Change::id).list();
  }

  /** Changes that a second person has not confirmed. */
  public int unconfirmed() {
    return changes.query().where(Change::open).count();
  }

  /** Confirms a change; nobody confirms their own. */
  public void confirm(String id, User user) {
    Change change = changes.get(id);
    if (change.by().equals(user.name())) {
      throw new IllegalArgumentException(
          user.name() + " cannot confirm their own change " + id + ".");
    }
    changes.save(new Change(id, change.at(), change.by(), change.subject(), change.what(), false));
  }
}
