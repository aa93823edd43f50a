package io.flexibleupgrades.orchestrator.notification;

import java.util.regex.Pattern;

/**
 * The name of a webhook, unique in its environment.
 *
 * @param value 1 to 100 letters, digits, {@code .}, {@code _} and {@code -} of ASCII, of which the
 *     first is a letter or a digit
 */
public record WebhookName(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  public WebhookName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A webhook's name must have 1 to 100 letters, digits, '.', '_' and '-', and start with a letter or a digit.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
