package io.tradinggym.experiments.validation;

import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.ledger.Deflation;
import io.tradinggym.experiments.report.ValidationReport;
import io.tradinggym.experiments.statistics.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cross-validation showed.
 *
 * @param source where prices come from
 * @param paths every path of every seed
 * @param names of the paths
 * @param held one path bought and held; null where that cannot be asked for
 * @param sharpe mean over paths and seeds, a year
 * @param error of the mean, from the seeds and paths taken as they are: they share bars, so it is a lower bound
 * @param periodsPerYear returns in a year
 * @param worth of the first path among all trials on the market
 * @param hash of all paths: the same configuration, data and code give the same
 */
public record CrossValidationResult(
    Provenance source,
    List<WalkForwardResult.Curve> paths,
    List<String> names,
    WalkForwardResult.@Nullable Curve held,
    double sharpe,
    double error,
    double periodsPerYear,
    Deflation worth,
    String hash) {
  /** Copies the lists. */
  public CrossValidationResult {
    paths = List.copyOf(paths);
    names = List.copyOf(names);
  }

  static CrossValidationResult of(
      Provenance source,
      List<Stitched> paths,
      List<String> names,
      @Nullable Stitched held,
      double periodsPerYear,
      Deflation worth,
      String hash) {
    double[] ratios =
        paths.stream()
            .mapToDouble(path -> path.sharpe(periodsPerYear))
            .map(ratio -> Double.isNaN(ratio) ? 0 : ratio) // It never traded.
            .toArray();
    return new CrossValidationResult(
        source,
        paths.stream().map(path -> WalkForwardResult.Curve.of(path, periodsPerYear)).toList(),
        names,
        held == null ? null : WalkForwardResult.Curve.of(held, periodsPerYear),
        Sample.mean(ratios),
        Sample.deviation(ratios) / Math.sqrt(ratios.length),
        periodsPerYear,
        worth,
        hash);
  }

  String csv() {
    StringBuilder csv = new StringBuilder("path,total_return,sharpe,max_drawdown\n");
    for (int i = 0; i < paths.size(); i++) {
      WalkForwardResult.Curve path = paths.get(i);
      csv.append('"')
          .append(names.get(i))
          .append("\",")
          .append(path.total())
          .append(',')
          .append(path.sharpe())
          .append(',')
          .append(path.drawdown())
          .append('\n');
    }
    return csv.toString();
  }

  String page(String title) {
    return ValidationReport.crossValidation(title, this);
  }

  Map<String, Object> summary() {
    Map<String, Object> summary = new LinkedHashMap<>();
    List<Double> ratios = new ArrayList<>();
    paths.forEach(path -> ratios.add(path.sharpe()));
    summary.put("sharpe_mean", sharpe);
    summary.put("sharpe_error", error);
    summary.put("sharpe_of_paths", ratios.stream().filter(r -> !r.isNaN()).toList());
    summary.put("drawdowns", paths.stream().map(WalkForwardResult.Curve::drawdown).toList());
    summary.put("sha256", hash);
    summary.put("ledger", worth.sentence());
    return summary;
  }
}
