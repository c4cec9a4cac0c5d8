package io.tradinggym.experiments.bench;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.backtest.CrossGrid;
import io.tradinggym.experiments.statistics.Returns;
import io.tradinggym.experiments.statistics.selection.BlockBootstrap;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.reward.RewardInput;
import io.tradinggym.stocks.StockOptions;
import io.tradinggym.trading.TradingDesk;
import io.tradinggym.trading.rule.MovingAverageCross;
import io.tradinggym.trading.rule.RuleSteering;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Rules on history: one through the whole exchange, many without it. */
final class Backtests {
  private static final int FAST = 10;
  private static final int SLOW = 50;
  private static final double COST = 0.0001;
  private static final double DAILY = 0.01;
  private static final int YEAR = 252;
  private static final int TEN_YEARS = 10 * YEAR;
  private static final int BLOCK = 10;
  private static final double LEVEL = 0.95;
  private static final int[] FASTS = IntStream.rangeClosed(1, 40).map(i -> 5 * i).toArray();
  private static final int[] SLOWS = IntStream.rangeClosed(1, 40).map(i -> 205 + 20 * i).toArray();

  private Backtests() {}

  /** A moving-average cross, bar after bar, on the desk of {@code Portfolio-v1} with its costs. */
  static Workload exchange() {
    Market market = Histories.replayed(1);
    VectorEnvironment environment =
        Gym.vector("Portfolio-v1")
            .option(StockOptions.MARKET, market)
            .option(StockOptions.EPISODE, 0)
            .option(StockOptions.RANDOM_START, false)
            .make();
    TradingDesk desk = environment.find(0, TradingDesk.class).orElseThrow();
    desk.steer(new RuleSteering(new MovingAverageCross(FAST, SLOW), desk));
    return new Workload() {
      private final RandomStream random = RandomStreams.of(1).stream("backtest");
      private final RewardInput flows = new RewardInput();
      private boolean open;

      @Override
      public void run(long steps) {
        for (long i = 0; i < steps; i++) {
          if (!open || desk.end() != EndReason.NONE) {
            desk.open(random);
            open = true;
          }
          desk.trade(random);
          desk.value(flows);
        }
      }

      @Override
      public void close() {
        environment.close();
      }
    };
  }

  /** Sharpe ratios of ten years of daily returns drawn again in blocks of ten days on average; a step is a resample. */
  static Workload bootstrap() {
    RandomStream random = RandomStreams.of(1).stream("bootstrap");
    double[] returns =
        DoubleStream.generate(() -> DAILY * random.gaussian()).limit(TEN_YEARS).toArray();
    BlockBootstrap blocks = BlockBootstrap.stationary(BLOCK);
    return new Workload() {
      @Override
      public void run(long steps) {
        blocks.interval(
            returns, drawn -> Returns.sharpe(drawn, 0, YEAR), LEVEL, (int) steps, random);
      }

      @Override
      public void close() {}
    };
  }

  /** 1,600 pairs of lengths on one history; a step is one pair's bar. */
  static Workload grid() {
    CrossGrid grid = new CrossGrid(Histories.replayed(1).tape().bars(), 0, 0, COST, COST);
    long piece = (long) grid.periods() * FASTS.length * SLOWS.length;
    return new Workload() {
      private long owed;
      private double sum;

      @Override
      public void run(long steps) {
        for (owed += steps; owed > 0; owed -= piece) {
          sum += grid.growth(FASTS, SLOWS)[0][0];
        }
      }

      @Override
      public void close() {
        if (Double.isNaN(sum)) {
          throw new IllegalStateException("a grid without a result");
        }
      }
    };
  }
}
