package io.tradinggym.experiments.backtest;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.CodeVersion;
import io.tradinggym.experiments.evaluation.Arena;
import io.tradinggym.experiments.evaluation.Contender;
import io.tradinggym.experiments.evaluation.Controls;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Paths;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.reward.RewardInput;
import io.tradinggym.stocks.PortfolioEnvironment;
import io.tradinggym.stocks.StockOptions;
import io.tradinggym.trading.TradingDesk;
import io.tradinggym.trading.rule.Foresight;
import io.tradinggym.trading.rule.Rule;
import io.tradinggym.trading.rule.RuleSteering;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule on a market, from code, in {@code Portfolio-v1}: the exchange, account, costs and trace that agents meet.
 *
 * <pre>{@code
 * Backtest.of(new Trend(200)).on(market).spread(0.0002).run().report(Path.of("trend.html"));
 * }</pre>
 */
public final class Backtest {
  private static final long SEED = 7;

  private final Rule rule;
  private final Options options;
  private final Market market;

  private Backtest(Rule rule, Market market, Options options) {
    this.rule = rule;
    this.market = market;
    this.options = options;
  }

  /** Who trades, and needs a market yet. */
  public static Unplaced of(Rule rule) {
    return new Unplaced(rule);
  }

  /** A backtest without its market. */
  public record Unplaced(Rule rule) {
    /** What is traded: all of a history, or one path of a simulated market. */
    public Backtest on(Market market) {
      return new Backtest(
          rule,
          market,
          Options.NONE
              .set(StockOptions.MARKET, market)
              .set(StockOptions.EPISODE, 0)
              .set(StockOptions.RANDOM_START, false));
    }
  }

  private Backtest with(Options changed) {
    return new Backtest(rule, market, changed);
  }

  /** Commission as a fraction of the notional, each way; 1 basis point by default. */
  public Backtest commission(double fraction) {
    return with(options.set(StockOptions.COMMISSION, fraction));
  }

  /** Full bid-ask spread as a fraction of the price; 2 basis points by default. */
  public Backtest spread(double fraction) {
    return with(options.set(StockOptions.SPREAD, fraction));
  }

  /** Cash to begin with; 100,000 by default. */
  public Backtest cash(double amount) {
    return with(options.set(StockOptions.CASH, amount));
  }

  /** Parts that a share is traded in; whole shares by default. */
  public Backtest fractions(int parts) {
    return with(options.set(StockOptions.FRACTIONS, parts));
  }

  /** Largest part of a bar's volume that one order fills; a tenth by default. */
  public Backtest participation(double share) {
    return with(options.set(StockOptions.PARTICIPATION, share));
  }

  private VectorEnvironment environment() {
    return Gym.vector(PortfolioEnvironment.ID)
        .options(options)
        .autoReset(AutoReset.DISABLED)
        .lanes(1)
        .make();
  }

  /** Plays the rule and the controls, with everything that a report shows. */
  public Evaluation run() {
    return run(List.of(Controls.NO_TRADE, Controls.BUY_AND_HOLD));
  }

  /** Plays the rule and some controls, with everything that a report shows. */
  public Evaluation run(List<Controls> controls) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Rule", rule.toString());
    facts.put("Market", "SHA-256 " + market.fingerprint());
    facts.put("Code", CodeVersion.describe());
    try (Arena arena = new Arena(environment(), SEED, "test")) {
      return Evaluation.play(
              arena,
              List.of(Contender.of(rule.toString(), rule)),
              controls,
              Paths.common(1),
              market.barsPerYear())
          .withFacts(facts);
    }
  }

  /**
   * Worth of the account at every close from the first decision on, and nothing else: the same desk, exchange and
   * account as {@link #run}, without observations and records.
   */
  public double[] equity() {
    try (VectorEnvironment environment = environment()) {
      return equity(environment.find(0, TradingDesk.class).orElseThrow());
    }
  }

  private double[] equity(TradingDesk desk) {
    RandomStream random = RandomStreams.of(SEED).stream("backtest");
    RewardInput flows = new RewardInput();
    Foresight.requireNone(rule, desk.cursor().market().instruments());
    desk.steer(new RuleSteering(rule, desk));
    desk.open(random);
    double[] equity = new double[desk.cursor().bars().length() - desk.cursor().bar()];
    int closes = 0;
    equity[closes++] = desk.equity();
    while (desk.end() == EndReason.NONE) {
      desk.trade(random);
      desk.value(flows);
      equity[closes++] = desk.equity();
    }
    return Arrays.copyOf(equity, closes);
  }
}
