package platform.security;

import java.util.HashSet;
import java.util.Set;

/** Which role may do which action. */
public final class Permissions {
  private record Grant(Role role, String action) {}

  private final Set<Grant> grants = new HashSet<>();

  /** Lets everybody with the role do the action. */
  public Permissions grant(Role role, String action) {
    grants.add(new Grant(role, action));
    return this;
  }

  /** Whether the user may do the action. */
  public boolean allows(User user, String action) {
    return user.roles().stream().anyMatch(role -> grants.contains(new Grant(role, action)));
  }

  /**
   * Returns normally only when the user may do the action.
   *
   * @throws AccessDeniedException otherwise
   */
  public void check(User user, String action) {
    if (!allows(user, action)) {
      throw new AccessDeniedException(user, action);
    }
  }
}
