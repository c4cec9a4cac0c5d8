package io.tradinggym.experiments.cli;

import io.tradinggym.api.InfoField;
import io.tradinggym.api.TradingView;
import io.tradinggym.experiments.allocate.GrowthOptimalMix;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.market.data.Market;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** How much of the growth of the growth-optimal constant mix an agent reached, on the same paths. */
final class GrowthLine {
  private static final long SEED = 20_261_130;

  private GrowthLine() {}

  static String of(Evaluation evaluation, Market market) {
    GrowthOptimalMix mix = GrowthOptimalMix.of(market, SEED);
    String what =
        String.format(
            Locale.ROOT,
            "Growth-optimal constant mix of this market: %s; %.1f %% log growth a year, costless.",
            mix,
            100 * mix.growth());
    TradingView view = Objects.requireNonNull(evaluation.environment().trading());
    double own = 0;
    double best = 0;
    int paths = 0;
    for (List<Trajectory> seed : evaluation.agent().episodes()) {
      for (Trajectory episode : seed) {
        if (!episode.has(view.fields().prices().getFirst().name())) {
          return what; // of many paths only summaries are kept
        }
        double[] equity = episode.equity();
        double years = (equity.length - 1) / evaluation.periodsPerYear();
        double[][] prices =
            view.fields().prices().stream()
                .map(InfoField::name)
                .map(episode::info)
                .toArray(double[][]::new);
        own += Math.log(Math.max(1e-9, equity[equity.length - 1] / equity[0])) / years;
        best += mix.on(prices) / years;
        paths++;
      }
    }
    return what
        + String.format(
            Locale.ROOT,
            "%nOn the same paths it earned %.1f %% a year, the agent %.1f %%%s.",
            100 * best / paths,
            100 * own / paths,
            best > 0 ? String.format(Locale.ROOT, ", %.0f %% of it", 100 * own / best) : "");
  }
}
