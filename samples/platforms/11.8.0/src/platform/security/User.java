package platform.security;

import java.util.Set;

/** Somebody who is signed in, with the roles assigned to them. */
public record User(String name, Set<Role> roles) {

  /** Copies the roles. */
  public User {
    roles = Set.copyOf(roles);
  }

  /** Whether the user has the role with this name, in any case of letters. */
  public boolean hasRole(String name) {
    return roles.stream().anyMatch(role -> role.name().equalsIgnoreCase(name));
  }

  /** Whether the user has the role. */
  public boolean has(Role role) {
    return roles.contains(role);
  }
}
