package io.flexibleupgrades.servicecenter.failures;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.servicecenter.http.Parameters;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which failures are asked for; what is null does not restrict them.
 *
 * @param group as a group is named in answers
 */
public record FailureFilter(@Nullable FailureKind kind, @Nullable String group) {
  private static final Pattern GROUP = Pattern.compile("[0-9a-f]{%d}".formatted(Diagnosis.DIGITS));

  /** Returns the filter that a request names. */
  public static FailureFilter of(@Nullable String kind, @Nullable String group) {
    return new FailureFilter(
        Parameters.choice(kind, FailureFilter::kind),
        Parameters.choice(group, FailureFilter::group));
  }

  static FailureKind kind(String text) {
    return Arrays.stream(FailureKind.values())
        .filter(kind -> kind.toString().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "kind must be one of %s, not '%s'."
                    .formatted(Arrays.toString(FailureKind.values()), text)));
  }

  private static String group(String text) {
    if (!GROUP.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "group must be the 'group' of an item of errors/groups, or be left out.");
    }
    return text;
  }

  boolean takes(FailureGroup found) {
    return (kind == null || kind == found.kind()) && (group == null || group.equals(found.group()));
  }

  /** Returns the name of a list that is filtered so; the bare name if nothing is filtered. */
  String list(String name) {
    return name
        + (kind == null ? "" : " of kind " + kind)
        + (group == null ? "" : " of group " + group);
  }
}
