package platform.security;

/** Says who may not do what. */
public final class AccessDeniedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the user and the action. */
  public AccessDeniedException(User user, String action) {
    super(user.name() + " may not " + action + ".");
  }
}
