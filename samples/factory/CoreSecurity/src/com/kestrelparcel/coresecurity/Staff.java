package com.kestrelparcel.coresecurity;

import java.util.Set;
import platform.security.Permissions;
import platform.security.Role;
import platform.security.User;

/** The company's roles and what they may do. */
public final class Staff {
  /** Answers customers. */
  public static final Role CLERK = new Role("Clerk");

  /** Works in a depot. */
  public static final Role DEPOT = new Role("Depot");

  /** Drives a van. */
  public static final Role DRIVER = new Role("Driver");

  /** Decides on money. */
  public static final Role SUPERVISOR = new Role("Supervisor");

  private static final Permissions PERMISSIONS =
      new Permissions()
          .grant(CLERK, "change customer")
          .grant(CLERK, "open claim")
          .grant(SUPERVISOR, "change customer")
          .grant(SUPERVISOR, "settle claim")
          .grant(SUPERVISOR, "approve credit")
          .grant(DEPOT, "sort parcels")
          .grant(DRIVER, "deliver parcels");

  private Staff() {}

  /** A member of staff with these roles. */
  public static User member(String name, Role... roles) {
    return new User(name, Set.of(roles));
  }

  /** Returns normally only when the user may do the action. */
  public static void require(User user, String action) {
    PERMISSIONS.check(user, action);
  }

  /** Whether the user may do the action. */
  public static boolean may(User user, String action) {
    return PERMISSIONS.allows(user, action);
  }

  /** Whether somebody else must confirm what the user does. */
  public static boolean needsSecondPerson(User user) {
    return !user.hasRole("supervisor");
  }
}
