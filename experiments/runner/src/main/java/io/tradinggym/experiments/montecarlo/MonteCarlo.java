package io.tradinggym.experiments.montecarlo;

import io.tradinggym.api.Registry;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.evaluation.Contender;
import io.tradinggym.experiments.evaluation.Controls;
import io.tradinggym.experiments.evaluation.SeedReturns;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.run.Experiment;
import io.tradinggym.experiments.statistics.selection.BlockLength;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.Purpose;
import io.tradinggym.market.data.Range;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.process.BootstrapMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One rule or policy on one history, as it might have gone: the history drawn again in blocks of the length that its
 * own memory asks for (the stationary bootstrap, Politis and White's length), other costs, other fills, and described
 * crashes at places spread over it.
 */
public final class MonteCarlo {
  private static final List<String> WHOLE =
      List.of("environment.evaluation.randomStart=false", "environment.evaluation.episode=0");

  /** What costs are multiplied by. */
  static final List<Double> MULTIPLES = List.of(0.0, 0.5, 1.0, 2.0, 5.0, 10.0);

  private static final Set<String> COSTS = Set.of("commission", "spread");
  private static final int FEWEST_BARS = 30;

  private final String text;
  private final List<String> overrides;
  private final ReplayMarket history;
  private final Contender contender;
  private final Set<String> options;

  /**
   * Somebody on a history.
   *
   * @param text of a configuration, for environment and costs
   * @param overrides of it
   * @param history that is played and drawn again
   * @param contender who plays
   */
  public MonteCarlo(
      String text, List<String> overrides, ReplayMarket history, Contender contender) {
    this.text = text;
    this.overrides = new ArrayList<>(overrides);
    this.overrides.addAll(WHOLE);
    this.history = history;
    this.contender = contender;
    if (history.data().length() < FEWEST_BARS) {
      throw new UserError(
          "a history of "
              + history.data().length()
              + " bars is too short to be drawn again; "
              + FEWEST_BARS
              + " are needed");
    }
    RunConfig config = ConfigFile.parse(text, overrides, "configuration");
    options =
        Registry.global().get(config.environment().id()).options().stream()
            .map(option -> option.name())
            .collect(Collectors.toSet());
    if (!options.containsAll(Set.of("randomStart", "episode"))) {
      throw new UserError(
          config.environment().id() + " does not replay ranges of bars, which this needs");
    }
  }

  private List<Trajectory> play(Market market, List<String> more, int paths, Contender who) {
    List<String> all = new ArrayList<>(overrides);
    all.addAll(more);
    RunConfig config = ConfigFile.parse(text, all, "configuration");
    Split split =
        new Split(new Range.Train(market), new Range.Validation(market), new Range.Test(market));
    return new Experiment(config, split).play(Purpose.TEST, who, paths);
  }

  /** The history as it was. */
  public Trajectory asItWas() {
    return play(history, List.of(), 1, contender).getFirst();
  }

  /** Mean block length of the bootstrap: what the mean return of the assets asks for, bars. */
  public double blockLength() {
    MarketData data = history.data();
    double[] mean = new double[data.length() - 1];
    for (int bar = 1; bar < data.length(); bar++) {
      int counted = 0;
      for (int asset = 0; asset < data.assets(); asset++) {
        if (data.close(asset, bar - 1) > 0) {
          mean[bar - 1] += (double) data.close(asset, bar) / data.close(asset, bar - 1) - 1;
          counted++;
        }
      }
      mean[bar - 1] /= Math.max(1, counted);
    }
    double length = BlockLength.of(mean).stationary();
    return Double.isNaN(length) ? 1 : Math.max(1, length);
  }

  /** Histories drawn again, as long as the one that was. */
  public List<Trajectory> bootstrap(int paths) {
    int before = Split.HISTORY;
    return play(
        new BootstrapMarket(
            history.data(),
            blockLength(),
            Math.max(2, history.data().length() - before),
            before,
            history.barsPerYear()),
        List.of(),
        paths,
        contender);
  }

  /**
   * A setting and what it brought.
   *
   * @param name of the setting, as tables have it
   * @param total total return of the account, a fraction
   * @param sharpe Sharpe ratio of a year; NaN if it is not defined
   * @param drawdown deepest drawdown, a fraction &lt;= 0
   */
  public record Line(String name, double total, double sharpe, double drawdown) {
    static Line of(String name, Trajectory episode) {
      var outcome =
          SeedReturns.outcome("test", new double[] {SeedReturns.score(episode)}, List.of(episode));
      return new Line(name, outcome.score(), outcome.sharpe(), outcome.drawdown());
    }
  }

  /** The same history with all costs multiplied. */
  public List<Line> costs() {
    RunConfig config = ConfigFile.parse(text, overrides, "configuration");
    List<Line> lines = new ArrayList<>();
    for (double multiple : MULTIPLES) {
      List<String> more = new ArrayList<>();
      config
          .environment()
          .options()
          .forEach(
              (name, value) -> {
                if (COSTS.contains(name)) {
                  double scaled = Math.min(0.1, multiple * Double.parseDouble(value));
                  more.add("environment.options." + name + "=" + scaled);
                }
              });
      lines.add(Line.of("costs x " + multiple, play(history, more, 1, contender).getFirst()));
    }
    return lines;
  }

  /**
   * The same history played by neighbours: rules whose numbers differ a little, or the policy seeing a little less
   * sharply.
   *
   * @param count of them; none come where a rule has nothing to change
   */
  public List<Line> neighbours(int count) {
    List<Contender> near =
        contender.rule() == null
            ? ParameterNoise.ofSight(contender, count)
            : ParameterNoise.ofRule(text, overrides, count);
    return near.stream()
        .map(each -> Line.of(each.title(), play(history, List.of(), 1, each).getFirst()))
        .toList();
  }

  /** The same history under several ways of filling orders, as configured first. */
  public List<Line> fills() {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of("as configured", asItWas()));
    add(lines, "no limit of volume", "participation=1");
    add(lines, "1 % of a bar's volume", "participation=0.01");
    add(lines, "0.1 % of a bar's volume", "participation=0.001");
    add(lines, "spread of 20 bp", "spread=0.002");
    add(lines, "spread of 100 bp", "spread=0.01");
    return lines;
  }

  private void add(List<Line> lines, String name, String option) {
    if (options.contains(option.substring(0, option.indexOf('=')))) {
      List<String> more = List.of("environment.options." + option);
      lines.add(Line.of(name, play(history, more, 1, contender).getFirst()));
    }
  }

  /**
   * A crash and what it did.
   *
   * @param scenario that happened
   * @param mean total return over its bars and the one after, mean over all places, a fraction
   * @param worst the worst of them, a fraction
   * @param held mean of buy-and-hold over the same bars, a fraction; NaN where that cannot be asked for
   * @param ruined places at which the account did not live to the end
   */
  public record Stress(Scenario scenario, double mean, double worst, double held, int ruined) {}

  /**
   * Crashes, each at several places of the history.
   *
   * @param places of each, >= 1
   */
  public List<Stress> stress(int places) {
    Trajectory plain = asItWas();
    int first = history.data().length() - plain.equity().length;
    List<Stress> results = new ArrayList<>();
    for (Scenario scenario : Scenario.ALL) {
      int bars = scenario.bars().size();
      int from = first + 1;
      int to = history.data().length() - bars - 2;
      if (to <= from || (scenario.isFunding() && !paysFunding())) {
        continue;
      }
      double[] own = new double[places];
      double held = 0;
      int ruined = 0;
      for (int i = 0; i < places; i++) {
        int at = from + (int) ((long) (to - from) * i / Math.max(1, places - 1));
        ReplayMarket shocked = ShockedHistory.of(history, scenario, at);
        long before = shocked.data().closeTime(at - 1);
        long after = history.data().closeTime(at + bars);
        Trajectory episode = play(shocked, List.of(), 1, contender).getFirst();
        own[i] = between(episode, before, after);
        ruined += episode.equity().length < plain.equity().length - bars - 1 ? 1 : 0;
        held +=
            Controls.BUY_AND_HOLD.fits(episode.environment())
                ? between(
                        play(shocked, List.of(), 1, Controls.BUY_AND_HOLD).getFirst(),
                        before,
                        after)
                    / places
                : Double.NaN;
      }
      results.add(
          new Stress(
              scenario,
              IntStream.range(0, places).mapToDouble(i -> own[i]).average().orElse(Double.NaN),
              IntStream.range(0, places).mapToDouble(i -> own[i]).min().orElse(Double.NaN),
              held,
              ruined));
    }
    return results;
  }

  private boolean paysFunding() {
    MarketData data = history.data();
    return IntStream.range(0, data.assets()).anyMatch(asset -> data.fundingInterval(asset) > 0);
  }

  /** Return from the last close at or before a time to the first at or after another; to the end if it ended before. */
  private static double between(Trajectory episode, long from, long to) {
    double[] times = episode.times();
    double[] equity = episode.equity();
    int first = 0;
    int last = times.length - 1;
    for (int t = 0; t < times.length; t++) {
      first = times[t] <= from ? t : first;
      last = times[t] >= to ? Math.min(last, t) : last;
    }
    return equity[last] / equity[first] - 1;
  }
}
