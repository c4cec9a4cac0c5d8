package io.tradinggym.experiments.bench;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.sac.Sac;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Registry;
import io.tradinggym.api.VectorBuilder;
import io.tradinggym.crypto.env.CryptoOptions;
import io.tradinggym.market.process.Markets;
import io.tradinggym.options.hedging.HedgingMarket;
import io.tradinggym.options.hedging.HedgingOptions;
import io.tradinggym.stocks.StockOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What {@code experiments/run bench} measures. */
public final class Suite {
  private static final int LANES = 1024;
  private static final int STOCK_LANES = 64;
  private static final int ASSETS = 30;
  private static final int PORTFOLIO_LANES = 256;
  private static final int PERPETUALS = 20;

  /** Environments with other options than their own. */
  private static final Map<String, Supplier<VectorBuilder>> SETTINGS =
      Map.of(
          "Stock-v1/replayed",
          () -> stocks("Stock-v1", 1),
          "Stock-v1/simulated",
          () -> Gym.vector("Stock-v1"),
          "Portfolio-v1/30x8/replayed",
          () -> stocks("Portfolio-v1", ASSETS),
          "Portfolio-v1/30x8/simulated",
          Suite::portfolioSimulated,
          "CryptoPerp-v1/replayed",
          () -> perpetuals("CryptoPerp-v1", 1),
          "CryptoPerp-v1/simulated",
          () -> Gym.vector("CryptoPerp-v1"),
          "CryptoPortfolio-v1/20/replayed",
          () -> perpetuals("CryptoPortfolio-v1", PERPETUALS),
          "OptionHedging-v1/heston",
          () -> Gym.vector("OptionHedging-v1").option(HedgingOptions.MARKET, HedgingMarket.HESTON));

  private Suite() {}

  /** Names of environments that are measured with other options than their own. */
  public static Set<String> settings() {
    return new TreeSet<>(SETTINGS.keySet());
  }

  /** What others are told in: CartPole's physics in a loop. */
  public static Benchmark bareLoop() {
    return new Benchmark("machine/bare-loop", 1, 1, true, BareLoop::new);
  }

  /** All benchmarks, in the order they are run. */
  public static List<Benchmark> all() {
    List<Benchmark> suite = new ArrayList<>();
    suite.add(bareLoop());
    suite.add(environment("CartPole-v1", 1, 1).main());
    suite.add(environment("CartPole-v1", LANES, 1).main());
    int processors = Runtime.getRuntime().availableProcessors();
    if (processors > 1) {
      suite.add(environment("CartPole-v1", LANES, processors));
    }
    for (String id :
        List.of("MountainCar-v0", "MountainCarContinuous-v0", "Pendulum-v1", "Acrobot-v1")) {
      suite.add(environment(id, 1, 1));
      suite.add(environment(id, LANES, 1));
    }
    suite.add(environment("Stock-v1/replayed", 1, 1).main());
    suite.add(environment("Stock-v1/replayed", STOCK_LANES, 1));
    suite.add(environment("Stock-v1/simulated", 1, 1).main());
    suite.add(environment("Portfolio-v1/30x8/replayed", 1, 1).main());
    suite.add(environment("Portfolio-v1/30x8/replayed", STOCK_LANES, 1));
    suite.add(environment("Portfolio-v1/30x8/simulated", 1, 1).main());
    suite.add(environment("CryptoPerp-v1/replayed", 1, 1).main());
    suite.add(environment("CryptoPerp-v1/simulated", 1, 1));
    suite.add(environment("CryptoPortfolio-v1/20/replayed", 1, 1).main());
    suite.add(new Benchmark("backtest/exchange/sma-cross", 1, 1, true, Backtests::exchange));
    suite.add(new Benchmark("backtest/grid/sma-cross", 1, 1, true, Backtests::grid));
    suite.add(new Benchmark("backtest/bootstrap-of-ten-years", 1, 1, true, Backtests::bootstrap));
    if (Kernels.fastest().name().startsWith("vector")) {
      suite.add(new Benchmark("machine/peak-fma", 1, 1, true, PeakFma.flops(), PeakFma::new));
    }
    suite.add(
        new Benchmark(
            "network/decision-32-64-64-3",
            1,
            1,
            true,
            Networks.decisionFlops(),
            Networks::decision));
    suite.add(
        new Benchmark(
            "network/training-step-256x32-64-64-3",
            1,
            1,
            true,
            Networks.trainingFlops(),
            Networks::trainingStep));
    suite.add(Learning.preset("ppo", "CartPole-v1", true, Learning.cartPoleFlops()));
    suite.add(Learning.preset("a2c", "CartPole-v1", false, 0));
    suite.add(Learning.preset("dqn", "CartPole-v1", false, 0));
    suite.add(
        new Benchmark(
            "dqn/CartPole-v1/defaults",
            1,
            1,
            false,
            () -> Learning.defaults(Dqn.defaults(), "CartPole-v1")));
    suite.add(
        new Benchmark(
            "sac/Pendulum-v1/defaults",
            1,
            1,
            false,
            () -> Learning.defaults(Sac.defaults(), "Pendulum-v1")));
    for (int threads = 1; threads <= Math.min(2, processors); threads++) {
      int each = threads;
      suite.add(
          new Benchmark(
              "ppo/Portfolio-v1/30x8/256-256",
              PORTFOLIO_LANES,
              threads,
              false,
              Learning.portfolioFlops(portfolioSimulated()),
              () -> Learning.portfolio(portfolioSimulated(), PORTFOLIO_LANES, each)));
    }
    for (int width : List.of(64, 256)) {
      suite.add(Learning.recurrent(width));
    }
    suite.add(environment("OptionHedging-v1", 1, 1).main());
    suite.add(environment("OptionHedging-v1", LANES, 1));
    suite.add(environment("OptionHedging-v1/heston", 1, 1));
    suite.add(environment("OptionStrategies-v1", 1, 1).main());
    suite.add(environment("VolatilityTrading-v1", 1, 1).main());
    suite.add(new Benchmark("options/prices-with-greeks", 1, 1, true, OptionPricing::prices));
    suite.add(
        new Benchmark(
            "options/implied-volatilities", 1, 1, true, OptionPricing::impliedVolatilities));
    suite.add(
        new Benchmark("options/simulated-chain-100", 1, 1, true, OptionPricing::simulatedChain));
    suite.add(new Benchmark("options/orders-of-four-legs", 1, 1, true, OptionOrders::condors));
    return List.copyOf(suite);
  }

  /**
   * Steps of an environment; one lane is stepped by hand.
   *
   * @param name one of the suite's, such as {@code Stock-v1/replayed}, or any registered environment with its default
   *     options
   * @throws IllegalArgumentException if there is neither
   */
  public static Benchmark environment(String name, int lanes, int threads) {
    Supplier<VectorBuilder> builder = SETTINGS.get(name);
    if (builder == null) {
      String id = Registry.global().get(name).id();
      return stepping(name, lanes, threads, () -> Gym.vector(id));
    }
    return stepping(name, lanes, threads, builder);
  }

  /**
   * The benchmark of this name: of the suite, of {@link Growth}, or as {@link #environment}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Benchmark find(String name, int lanes, int threads) {
    return Stream.concat(all().stream(), Growth.points().stream().map(Growth.Point::benchmark))
        .filter(b -> b.name().equals(name) && b.lanes() == lanes && b.threads() == threads)
        .findFirst()
        .orElseGet(() -> environment(name, lanes, threads));
  }

  /** Steps of an environment as it is made; one lane is stepped by hand. */
  static Benchmark stepping(String name, int lanes, int threads, Supplier<VectorBuilder> builder) {
    return new Benchmark(
        name,
        lanes,
        threads,
        false,
        () ->
            lanes == 1
                ? new OneLane(builder.get().single())
                : new ManyLanes(
                    builder
                        .get()
                        .lanes(lanes)
                        .threads(threads)
                        .autoReset(AutoReset.SAME_STEP)
                        .make()));
  }

  private static VectorBuilder stocks(String id, int assets) {
    return stocks(id, assets, Histories.BARS);
  }

  /** On a history of so many assets and bars. */
  static VectorBuilder stocks(String id, int assets, int bars) {
    return Gym.vector(id).option(StockOptions.MARKET, Histories.replayed(assets, bars));
  }

  private static VectorBuilder perpetuals(String id, int assets) {
    return Gym.vector(id).option(CryptoOptions.PERPETUALS, Histories.perpetuals(assets));
  }

  private static VectorBuilder portfolioSimulated() {
    return Gym.vector("Portfolio-v1").option(StockOptions.MARKET, Markets.named("gbm:" + ASSETS));
  }
}
