package io.tradinggym.experiments.report;

import io.tradinggym.experiments.evaluation.Controls;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Standing;
import io.tradinggym.experiments.statistics.seeds.Interval;
import java.util.ArrayList;
import java.util.List;

/** What was shown and what was not, in sentences: the agent against those who know nothing. */
final class Verdicts {
  /** Those of an environment first, then those of all markets, chance last. */
  private static final List<Controls> AGAINST =
      List.of(
          Controls.BAND_HEDGE,
          Controls.DELTA_HEDGE,
          Controls.NO_HEDGE,
          Controls.ALWAYS_HEDGED,
          Controls.SHORT_STRANGLE,
          Controls.LONG_STRADDLE,
          Controls.BUY_AND_HOLD,
          Controls.NO_TRADE,
          Controls.RANDOM);

  private Verdicts() {}

  static List<String> of(Evaluation evaluation) {
    List<String> verdicts = new ArrayList<>();
    for (Controls control : AGAINST) {
      evaluation
          .named(control.title())
          .filter(standing -> !evaluation.isAgent(standing))
          .ifPresent(standing -> verdicts.add(sentence(evaluation, standing)));
    }
    return verdicts;
  }

  private static String sentence(Evaluation evaluation, Standing control) {
    Interval difference = evaluation.difference(control);
    String verdict =
        difference.lower() > 0
            ? " beats " + control.name()
            : difference.upper() < 0
                ? " is worse than " + control.name()
                : " does not beat " + control.name() + " (nothing was shown either way)";
    return "The agent"
        + verdict
        + ": difference "
        + text(evaluation, difference.point())
        + (evaluation.trades() ? " a year" : " an episode")
        + " on the same paths, 95 % interval ["
        + text(evaluation, difference.lower())
        + ", "
        + text(evaluation, difference.upper())
        + "].";
  }

  private static String text(Evaluation evaluation, double value) {
    return evaluation.trades() ? Text.percent(value) : Text.number(value);
  }
}
