package io.tradinggym.experiments.validation;

import io.tradinggym.data.split.Fold;
import io.tradinggym.experiments.config.FoldConfig;
import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.ledger.Deflation;
import io.tradinggym.experiments.report.FoldTimeline;
import io.tradinggym.experiments.report.ValidationReport;
import io.tradinggym.market.data.ReplayMarket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a walk forward showed.
 *
 * @param source where prices come from
 * @param seeds one for each curve
 * @param curves growth of each seed's agent over all tests
 * @param held the same bought and held; null where that cannot be asked for
 * @param folds what each test was trained on and brought
 * @param periodsPerYear bars in a year
 * @param worth of the first seed's curve among all trials on the market
 * @param hash of all curves: the same configuration, data and code give the same
 */
public record WalkForwardResult(
    Provenance source,
    List<Long> seeds,
    List<Curve> curves,
    @Nullable Curve held,
    List<FoldLine> folds,
    double periodsPerYear,
    Deflation worth,
    String hash) {
  /** Copies the lists. */
  public WalkForwardResult {
    seeds = List.copyOf(seeds);
    curves = List.copyOf(curves);
    folds = List.copyOf(folds);
  }

  /**
   * A curve and its figures.
   *
   * @param times epoch milliseconds
   * @param growth of 1
   */
  public record Curve(
      List<Double> times, List<Double> growth, double total, double sharpe, double drawdown) {
    static Curve of(Stitched stitched, double periodsPerYear) {
      return new Curve(
          Arrays.stream(stitched.times()).boxed().toList(),
          Arrays.stream(stitched.growth()).boxed().toList(),
          stitched.total(),
          stitched.sharpe(periodsPerYear),
          stitched.drawdown());
    }
  }

  /**
   * A fold.
   *
   * @param span what was learned from, chosen by and tested
   * @param returns total return of the test, by seed
   * @param held of buy-and-hold; NaN where that cannot be asked for
   */
  public record FoldLine(FoldTimeline.Span span, List<Double> returns, double held) {}

  static WalkForwardResult of(
      Provenance source,
      ReplayMarket whole,
      List<Fold> split,
      FoldConfig config,
      long[] seeds,
      List<List<PieceResult>> results,
      List<Stitched> curves,
      @Nullable Stitched held,
      Deflation worth,
      String hash) {
    List<FoldLine> lines = new ArrayList<>();
    for (int fold = 0; fold < split.size(); fold++) {
      int[] train = split.get(fold).train();
      int[] test = split.get(fold).test();
      int chosen = (int) (config.validation() * train.length);
      int choosing = train[0] + train.length - chosen;
      int learned = chosen == 0 ? choosing : choosing - config.purge();
      List<Double> returns = new ArrayList<>();
      double benchmark = Double.NaN;
      for (List<PieceResult> seed : results) {
        PieceResult.Played part = seed.get(fold).tests().getFirst();
        returns.add(total(part.equity()));
        benchmark = part.held().length > 0 ? total(part.held()) : Double.NaN;
      }
      lines.add(
          new FoldLine(
              new FoldTimeline.Span(
                  place(source, whole, train[0]),
                  place(source, whole, learned - 1),
                  place(source, whole, chosen == 0 ? learned - 1 : choosing),
                  place(source, whole, train[train.length - 1]),
                  place(source, whole, test[0]),
                  place(source, whole, test[test.length - 1])),
              returns,
              benchmark));
    }
    double year = whole.barsPerYear();
    return new WalkForwardResult(
        source,
        Arrays.stream(seeds).boxed().toList(),
        curves.stream().map(curve -> Curve.of(curve, year)).toList(),
        held == null ? null : Curve.of(held, year),
        lines,
        year,
        worth,
        hash);
  }

  /** A model's dates are made up: its bars are counted. */
  private static double place(Provenance source, ReplayMarket whole, int bar) {
    return source.simulated() ? bar : whole.data().closeTime(bar);
  }

  private static double total(double[] equity) {
    return equity[equity.length - 1] / equity[0] - 1;
  }

  String csv() {
    StringBuilder csv = new StringBuilder("seed,time,growth\n");
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      for (int t = 0; t < curve.growth().size(); t++) {
        csv.append(seeds.get(i))
            .append(',')
            .append(Instant.ofEpochMilli(curve.times().get(t).longValue()))
            .append(',')
            .append(curve.growth().get(t))
            .append('\n');
      }
    }
    return csv.toString();
  }

  String page(String title) {
    return ValidationReport.walkForward(title, this);
  }

  Map<String, Object> summary() {
    Map<String, Object> summary = new LinkedHashMap<>();
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("seed", seeds.get(i));
      line.put("total_return", curves.get(i).total());
      line.put("sharpe", Double.isNaN(curves.get(i).sharpe()) ? "" : curves.get(i).sharpe());
      line.put("max_drawdown", curves.get(i).drawdown());
      all.add(line);
    }
    summary.put("seeds", all);
    summary.put("sha256", hash);
    summary.put("ledger", worth.sentence());
    return summary;
  }
}
