package platform.security;

import java.util.Set;

/** Somebody who is signed in, with the roles assigned to them. */
public record User(String name, Set<Role> roles) {

  /** Copies the roles. */
  public User {
    roles = Set.copyOf(roles);
  }

  /**
   * Whether the user has the role with this name, in any case of letters.
   *
   * @deprecated names are compared loosely; use {@link #has(Role)}
   */
  @Deprecated(since = "11.9.0")
  public boolean hasRole(String name) {
    return roles.stream().anyMatch(role -> role.name().equalsIgnoreCase(name));
  }

  /** Whether the user has the role. */
  public boolean has(Role role) {
    return roles.contains(role);
  }
}
