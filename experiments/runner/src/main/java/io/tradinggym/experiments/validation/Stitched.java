package io.tradinggym.experiments.validation;

import io.tradinggym.experiments.ledger.Outcome;
import io.tradinggym.experiments.ledger.Status;
import io.tradinggym.experiments.statistics.Drawdowns;
import io.tradinggym.experiments.statistics.Returns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Played ranges put together: what an account would have done that went from one to the next.
 *
 * @param times of the closes, epoch milliseconds
 * @param growth of 1
 */
@SuppressWarnings("ArrayRecordComponent") // A record of measurements, never compared.
record Stitched(double[] times, double[] growth) {

  static Stitched of(List<PieceResult.Played> parts, Function<PieceResult.Played, double[]> curve) {
    List<Double> times = new ArrayList<>();
    List<Double> growth = new ArrayList<>();
    double worth = 1;
    for (PieceResult.Played part : parts) {
      double[] values = curve.apply(part);
      for (int t = growth.isEmpty() ? 0 : 1; t < values.length; t++) {
        times.add(part.times()[t]);
        growth.add(worth * values[t] / values[0]);
      }
      worth *= values[values.length - 1] / values[0];
    }
    return new Stitched(
        times.stream().mapToDouble(Double::doubleValue).toArray(),
        growth.stream().mapToDouble(Double::doubleValue).toArray());
  }

  double[] returns() {
    return Returns.ofEquity(growth);
  }

  double total() {
    return growth[growth.length - 1] - 1;
  }

  double drawdown() {
    return Drawdowns.of(growth).maximum();
  }

  double sharpe(double periodsPerYear) {
    return Returns.sharpe(returns(), 0, periodsPerYear);
  }

  Outcome outcome(double periodsPerYear) {
    return new Outcome(
        Status.FINISHED,
        "",
        "test",
        total(),
        sharpe(periodsPerYear),
        growth.length - 1,
        periodsPerYear,
        drawdown());
  }
}
