package io.tradinggym.options.hedging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Step;
import io.tradinggym.api.TradingControl;
import io.tradinggym.testkit.EnvironmentContract;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OptionHedgingTest {
  private static final double ROUNDING = 1e-6;

  @Nested
  class WithBands extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return new OptionHedging(HedgingTask.DEFAULT, HedgeAction.BAND);
    }
  }

  @Nested
  class WhereVolatilityMoves extends EnvironmentContract {
    private static final HestonVolatilities VOLATILITIES =
        new HestonVolatilities(HedgingTask.DEFAULT, HestonMarket.DEFAULT);

    @Override
    protected EnvironmentLogic environment() {
      CallMarket market = new HestonCall(HedgingTask.DEFAULT, HestonMarket.DEFAULT, VOLATILITIES);
      return new OptionHedging(HedgingTask.DEFAULT, market, HedgeAction.BAND);
    }
  }

  @Test
  void whereVolatilityMovesItIsSeen() {
    try (Environment env =
        Gym.vector("OptionHedging-v1")
            .option(HedgingOptions.MARKET, HedgingMarket.HESTON)
            .single()) {
      env.reset(1);
      float first = env.last().observation()[7];
      env.step(new float[] {0});
      assertThat(env.last().observation()[7]).isNotEqualTo(first);
    }
    try (Environment env = Gym.make("OptionHedging-v1")) {
      env.reset(1);
      assertThat(env.last().observation()).hasSize(7);
    }
  }

  /** Plays a control; the shares held have to be what is wanted of shares, delta and half-width before. */
  private static void plays(String name, HedgeAction mode, HedgeWish wish) {
    try (Environment env =
        Gym.vector("OptionHedging-v1").option(HedgingOptions.ACTIONS, mode).single()) {
      TradingControl.Rule control = Objects.requireNonNull(env.spec().control(name)).rule().get();
      env.reset(7);
      float[] action = new float[env.spec().action().size()];
      boolean done = false;
      for (int step = 0; !done; step++) {
        float[] seen = env.last().observation().clone();
        control.act(step, seen, new boolean[0], new double[0], action);
        Step now = env.step(action);
        assertThat(now.info(OptionHedging.SHARES))
            .isCloseTo(wish.shares(seen[2], seen[3], seen[5]), within(1e-5));
        done = now.terminated();
      }
    }
  }

  private interface HedgeWish {
    double shares(double held, double delta, double width);
  }

  @Test
  void controlsAreTheRulesOfTheTextbooks() {
    plays("no-hedge", HedgeAction.TARGET, (held, delta, width) -> 0);
    plays("delta-hedge", HedgeAction.TARGET, (held, delta, width) -> delta);
    HedgeWish band = (held, delta, width) -> Math.clamp(held, delta - width, delta + width);
    plays("band-hedge", HedgeAction.TARGET, band);
    plays("band-hedge", HedgeAction.BAND, band);
    plays(
        "delta-hedge",
        HedgeAction.BAND,
        (held, delta, width) -> Math.clamp(held, delta - width / 4, delta + width / 4));
    // (3/2 .0005 100 gamma^2)^(1/3) at the gamma of .2 sqrt(30 / 365): .06955
    double steady = .07132011;
    plays(
        "steady-band-hedge",
        HedgeAction.STEADY_BAND,
        (held, delta, width) -> Math.clamp(held, delta - steady, delta + steady));
    plays(
        "delta-hedge",
        HedgeAction.STEADY_BAND,
        (held, delta, width) -> Math.clamp(held, delta - steady / 4, delta + steady / 4));
  }

  @Test
  void rewardsSumToTheUtilityOfTheProfit() {
    try (Environment env = Gym.make("OptionHedging-v1")) {
      for (int seed = 0; seed < 20; seed++) {
        env.reset(seed);
        double sum = 0;
        double profit = 0;
        int steps = 0;
        while (!env.ended()) {
          Step step = env.step(new float[] {(float) Math.sin(seed + steps)});
          sum += step.reward();
          profit = step.info(OptionHedging.PROFIT);
          steps++;
        }
        assertThat(steps).isEqualTo(30);
        assertThat(sum).isCloseTo(1 - Math.exp(-profit), within(ROUNDING * Math.exp(-profit)));
      }
    }
  }

  @Test
  void theMiddleActionOfABandIsWhalleyAndWilmotts() {
    HedgingTask task = HedgingTask.DEFAULT.withCost(.002);
    HedgingRisk.Sums sums = new HedgingRisk.Sums(task.aversion());
    double premium = new ShortCall(task).premium();
    try (Environment env =
        Gym.vector("OptionHedging-v1")
            .option(HedgingOptions.COST, .002)
            .option(HedgingOptions.ACTIONS, HedgeAction.BAND)
            .single()) {
      float[] middle = {0, 0};
      env.reset(5);
      for (int path = 0; path < 20_000; path++) {
        double profit = 0;
        while (!env.ended()) {
          profit = env.step(middle).info(OptionHedging.PROFIT);
        }
        sums.add(profit - premium, 0);
        env.reset();
      }
    }
    HedgingRisk risk = sums.result();
    assertThat(risk.risk()).isCloseTo(2.7014, within(5 * risk.error()));
  }
}
