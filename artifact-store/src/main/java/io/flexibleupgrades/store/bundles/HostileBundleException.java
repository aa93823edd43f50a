package io.flexibleupgrades.store.bundles;

import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;
import java.util.Map;

/** A bundle could harm whoever unpacks it. */
public final class HostileBundleException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private final BundleRule rule;
  private final String entry;

  HostileBundleException(BundleRule rule, String entry, String what) {
    super(
        ProblemKind.HOSTILE_BUNDLE,
        "Entry '%s' breaks the rule %s: %s. What to do: %s."
            .formatted(EntryNames.shown(entry), rule.slug(), what, rule.advice()));
    this.rule = rule;
    this.entry = EntryNames.shown(entry);
  }

  public BundleRule rule() {
    return rule;
  }

  @Override
  public Map<String, Object> extensions() {
    return Map.of("rule", rule.slug(), "entry", entry);
  }
}
