package platform.settings;

/** Says which setting has no value. */
public final class SettingMissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the key. */
  public SettingMissingException(String key) {
    super("The setting '" + key + "' has no value. Set it in the module's configuration.");
  }
}
