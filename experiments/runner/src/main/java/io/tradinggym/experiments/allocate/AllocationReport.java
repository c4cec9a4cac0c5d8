package io.tradinggym.experiments.allocate;

import io.tradinggym.allocator.desk.AllocationStep;
import io.tradinggym.allocator.desk.Attribution;
import io.tradinggym.allocator.desk.Attribution.Part;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.evaluation.SeedReturns;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.report.Text;
import io.tradinggym.experiments.statistics.Metric;
import io.tradinggym.experiments.statistics.Returns;
import io.tradinggym.experiments.statistics.TrialLedger;
import io.tradinggym.experiments.statistics.seeds.Interval;
import io.tradinggym.market.Money;
import io.tradinggym.trading.TradingInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tables of a run: who did how well on the same paths, and where the first allocator's profit comes from. */
final class AllocationReport {
  private static final double PERCENT = 100;
  private static final int SHOWN_MOVES = 3;

  private final AllocationRun run;
  private final AllocationRun.Played played;
  private final Attribution split;
  private final String first;

  AllocationReport(AllocationRun run, AllocationRun.Played played) {
    this.run = run;
    this.played = played;
    first = run.contenders().getFirst();
    double[] base = new double[run.names().size()];
    Arrays.fill(base, 1.0 / base.length);
    List<AllocationStep> all = new ArrayList<>();
    played.steps().forEach(all::addAll);
    split = new Attribution(all, base);
  }

  /** The split of the profit over all paths. */
  Attribution split() {
    return split;
  }

  /** Everything, as text of 80 columns. */
  String text() {
    return standings() + "\n" + attribution() + "\n" + regimes() + "\n" + moves();
  }

  private String standings() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s%n%d %s, one account, %d specialists.%n%n",
            source(),
            run.paths(),
            run.paths() == 1 ? "path" : "paths",
            run.names().size()));
    text.append(
        String.format(
            Locale.ROOT,
            "%-22s %8s %7s %7s %8s %8s   %s%n",
            "",
            "return",
            "log",
            "Sharpe",
            "drawdown",
            "turnover",
            first + " beats it by"));
    played
        .byName()
        .forEach(
            (name, evaluation) -> {
              List<Metric> figures = evaluation.metrics(evaluation.agent());
              text.append(
                  String.format(
                      Locale.ROOT,
                      "%-22s %7.1f%% %7.3f %7.2f %7.1f%% %8.1f   %s%n",
                      name,
                      PERCENT * evaluation.agent().headline().point(),
                      logWealth(evaluation),
                      Metric.named(figures, "sharpe"),
                      PERCENT * Metric.named(figures, "max_drawdown"),
                      Metric.named(figures, "turnover"),
                      name.equals(first) ? "" : difference(evaluation)));
            });
    text.append(held());
    text.append(
        "(log: mean log wealth of a path; difference in points a year on the same paths, 95 %"
            + " interval)\n");
    return text + (run.paths() == 1 ? deflated() : "");
  }

  /** What is left of one path's Sharpe ratios when all that were tried are counted. */
  private String deflated() {
    TrialLedger trials = new TrialLedger();
    played
        .byName()
        .forEach((name, evaluation) -> trials.add(name, SeedReturns.of(evaluation.agent(), 0)));
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%nDeflated Sharpe ratio, all %d tried counted: the chance that the true one is above"
                + " that%nof the best of so many without skill%n",
            trials.trials().size()));
    played
        .byName()
        .forEach(
            (name, evaluation) ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%-22s %7.2f%n",
                        name,
                        trials.deflatedSharpe(SeedReturns.of(evaluation.agent(), 0)))));
    return text.toString();
  }

  /** What is traded, held in equal parts all the time, without costs and limits. */
  private String held() {
    Evaluation any = played.byName().get(first);
    if (any == null) {
      return "";
    }
    double log = 0;
    double gained = 0;
    double sharpe = 0;
    List<Trajectory> paths = any.agent().episodes().getFirst();
    for (Trajectory path : paths) {
      double[] all = path.info(TradingInfo.BENCHMARK);
      double[] returns = Arrays.copyOfRange(all, 1, all.length);
      double wealth = 0;
      for (double r : returns) {
        wealth += StrictMath.log1p(r);
      }
      log += wealth / paths.size();
      gained += StrictMath.expm1(wealth) / paths.size();
      sharpe += Returns.sharpe(returns, 0, SeedReturns.periodsPerYear(path)) / paths.size();
    }
    return String.format(
        Locale.ROOT,
        "%-22s %7.1f%% %7.3f %7.2f   (no costs, no limits)%n",
        "held in equal parts",
        PERCENT * gained,
        log,
        sharpe);
  }

  /** The mean log wealth that a path ends with. */
  private static double logWealth(Evaluation evaluation) {
    double sum = 0;
    double[] scores = evaluation.agent().scores()[0];
    for (double score : scores) {
      sum += StrictMath.log1p(score);
    }
    return sum / scores.length;
  }

  private String difference(Evaluation other) {
    Evaluation own = played.byName().get(first);
    if (own == null) {
      return "";
    }
    Interval difference = own.difference(other.agent());
    return String.format(
        Locale.ROOT,
        "%+.1f [%.1f, %.1f]",
        PERCENT * difference.point(),
        PERCENT * difference.lower(),
        PERCENT * difference.upper());
  }

  private String attribution() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Where the profit of %s comes from, all paths together:%n%-16s %15s %15s %12s %12s"
                + " %15s%n",
            first,
            "",
            "own",
            "allocation",
            "netting",
            "execution",
            "sum"));
    for (int i = 0; i < run.names().size(); i++) {
      text.append(String.format(Locale.ROOT, "%-16s", run.names().get(i)));
      for (Part part : Part.values()) {
        text.append(cell(part, split.of(i, part)));
      }
      text.append(String.format(Locale.ROOT, " %15s%n", money(split.specialist(i))));
    }
    text.append(String.format(Locale.ROOT, "%-16s %72s%n", "idle cash", money(split.idle())));
    text.append(String.format(Locale.ROOT, "%-16s", "sum"));
    for (Part part : Part.values()) {
      text.append(cell(part, split.part(part)));
    }
    text.append(String.format(Locale.ROOT, " %15s%n", money(split.total())));
    text.append(
        String.format(
            Locale.ROOT,
            "Fees, spread and slippage in it: %s; capital moved %s.%n",
            money(split.paid()),
            Text.count(split.moves(), "time")));
    return text.toString();
  }

  private static String cell(Part part, long units) {
    boolean narrow = part == Part.NETTING || part == Part.EXECUTION;
    return String.format(Locale.ROOT, narrow ? " %12s" : " %15s", money(units));
  }

  private String regimes() {
    StringBuilder text = new StringBuilder("By regime at the decision:\n");
    text.append(String.format(Locale.ROOT, "%-10s %7s", "regime", "bars"));
    run.names().forEach(name -> text.append(String.format(Locale.ROOT, " %14s", name)));
    text.append(String.format(Locale.ROOT, " %15s%n", "sum with idle"));
    for (int regime = 0; regime < split.regimes(); regime++) {
      text.append(String.format(Locale.ROOT, "%-10d %7d", regime, split.bars(regime)));
      for (int i = 0; i < run.names().size(); i++) {
        long sum = 0;
        for (Part part : Part.values()) {
          sum += split.of(i, regime, part);
        }
        text.append(String.format(Locale.ROOT, " %14s", money(sum)));
      }
      text.append(String.format(Locale.ROOT, " %15s%n", money(split.regime(regime))));
    }
    return text.toString();
  }

  private String source() {
    Provenance source = run.provenance();
    return (source.simulated() ? "SIMULATED: " : "replayed: ") + source.words();
  }

  /** The moves of the first path. */
  Moves allMoves() {
    return new Moves(played.steps().getFirst(), run.names(), run.provenance().simulated());
  }

  private String moves() {
    Moves moves = allMoves();
    List<Integer> largest = moves.largestFirst();
    return largest.isEmpty()
        ? "Capital never moved.\n"
        : "The largest moves of the first path (all of them: moves.txt):\n"
            + largest.stream()
                .limit(SHOWN_MOVES)
                .map(moves::text)
                .collect(Collectors.joining("\n"));
  }

  /** The numbers, for JSON; money in the account's currency as decimal text, exact. */
  Map<String, Object> json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("provenance", source());
    all.put("paths", run.paths());
    Map<String, Object> contenders = new LinkedHashMap<>();
    played
        .byName()
        .forEach(
            (name, evaluation) -> {
              Map<String, Object> entry = new LinkedHashMap<>();
              entry.put("return", evaluation.agent().headline().point());
              entry.put("log_wealth", logWealth(evaluation));
              evaluation
                  .metrics(evaluation.agent())
                  .forEach(
                      metric -> {
                        if (metric.defined().isPresent()) {
                          entry.put(metric.name(), metric.value());
                        }
                      });
              entry.put("scores", evaluation.agent().scores()[0]);
              contenders.put(name, entry);
            });
    all.put("contenders", contenders);
    Map<String, Object> profit = new LinkedHashMap<>();
    for (int i = 0; i < run.names().size(); i++) {
      Map<String, Object> parts = new LinkedHashMap<>();
      for (Part part : Part.values()) {
        parts.put(part.name().toLowerCase(Locale.ROOT), exact(split.of(i, part)));
      }
      List<String> byRegime = new ArrayList<>();
      for (int regime = 0; regime < split.regimes(); regime++) {
        long sum = 0;
        for (Part part : Part.values()) {
          sum += split.of(i, regime, part);
        }
        byRegime.add(exact(sum));
      }
      parts.put("by_regime", byRegime);
      profit.put(run.names().get(i), parts);
    }
    profit.put("idle", exact(split.idle()));
    profit.put("total", exact(split.total()));
    all.put("profit", profit);
    return all;
  }

  private static String money(long units) {
    return String.format(Locale.ROOT, "%,.2f", Money.toDouble(units));
  }

  private static String exact(long units) {
    return Money.format(units);
  }
}
