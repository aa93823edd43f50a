package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.BrokenRuleException.require;

import io.flexibleupgrades.orchestrator.plan.PreparationPlan;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Ended;

/** Compares the state that lived with the state that the log alone gives. */
final class Refolded {
  private Refolded() {}

  static void requireSame(PreparationState lived, PreparationState refolded) {
    require(
        lived instanceof Ended(var upgrade, var end, _)
            ? refolded instanceof Ended(var other, var otherEnd, _)
                && upgrade.equals(other)
                && end == otherEnd
            : lived.getClass() == refolded.getClass(),
        "another state after a restart",
        lived.getClass(),
        refolded.getClass());
    var before = lived.progress();
    var after = refolded.progress();
    if (before == null || after == null) {
      require(
          before == null && after == null && lived.equals(refolded),
          "another state after a restart",
          lived,
          refolded);
    } else {
      requireSame(before, after);
    }
  }

  private static void requireSame(Preparing lived, Preparing refolded) {
    require(
        lived.stage().equals(refolded.stage())
            && lived.open().equals(refolded.open())
            && lived.ready().equals(refolded.ready())
            && lived.settled().equals(refolded.settled())
            && lived.latestAttempt() == refolded.latestAttempt()
            && lived.scope().platform().equals(refolded.scope().platform())
            && lived.scope().firstAttempt() == refolded.scope().firstAttempt(),
        "another state after a restart",
        lived,
        refolded);
    requireSame(lived.plan(), refolded.plan());
  }

  private static void requireSame(PreparationPlan lived, PreparationPlan refolded) {
    boolean isSame = lived.moduleCount() == refolded.moduleCount();
    for (int module = 0; isSame && module < lived.moduleCount(); module++) {
      isSame = lived.module(module).equals(refolded.module(module));
    }
    require(isSame, "another plan after a restart");
  }
}
