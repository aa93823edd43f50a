package platform.settings;

import java.util.Map;
import java.util.TreeMap;

/** A module's settings: text values by key, changeable while the module runs. */
public final class Settings {
  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = new TreeMap<>(values);
  }

  /** Settings with these values. */
  public static Settings of(Map<String, String> values) {
    return new Settings(values);
  }

  /** The value, or null when the key has none. */
  public String get(String key) {
    return values.get(key);
  }

  /**
   * The value.
   *
   * @throws SettingMissingException when the key has none
   */
  public String text(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new SettingMissingException(key);
    }
    return value;
  }

  /** The value as a whole number, or the fallback when the key has none. */
  public int number(String key, int fallback) {
    String value = values.get(key);
    return value == null ? fallback : Integer.parseInt(value);
  }

  /** Changes a value. */
  public void change(String key, String value) {
    values.put(key, value);
  }
}
