package io.tradinggym.options.hedging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** On coarse grids; the moves are those that paths are simulated with. */
class OptimalHestonHedgeTest {
  private static final double DEVIATIONS = 4;
  private static final int PATHS = 20_000;

  /** Of a risk on such a grid. */
  private static final double GRID = .008;

  /**
   * Without volatility of variance it is the market of Black and Scholes, whose optimum is known from outside: 2.4475.
   */
  @Test
  void whereVolatilityStandsStillItIsTheOptimumOfBlackAndScholes() {
    HestonMarket still = new HestonMarket(1, 1e-3, -.7);
    OptimalHestonHedge optimum = new OptimalHestonHedge(HedgingTask.DEFAULT, still, 50, 10, 60);
    assertThat(optimum.risk()).isCloseTo(2.4475, within(1e-3));
  }

  @Test
  void playingItReachesItsRiskWhichNoRuleDoes() {
    HedgingTask task = HedgingTask.DEFAULT.withCost(.002).withAversion(.1);
    OptimalHestonHedge optimum = new OptimalHestonHedge(task, HestonMarket.DEFAULT, 36, 16, 40);
    HestonCall market = new HestonCall(task, HestonMarket.DEFAULT);
    HedgingRisk played = HedgingRisk.of(task, market, optimum, PATHS, 3);
    HedgingRisk steady = HedgingRisk.of(task, market, HedgeRule.STEADY_BAND, PATHS, 3);
    HedgingRisk band = HedgingRisk.of(task, market, HedgeRule.LEAST_VARIANCE_BAND, PATHS, 3);
    assertThat(played.risk()).isCloseTo(optimum.risk(), within(DEVIATIONS * played.error() + GRID));
    // The same paths for all: what they differ by is known to some thousandths.
    assertThat(steady.risk() - played.risk()).isBetween(.02, .06);
    assertThat(band.risk() - steady.risk()).isBetween(.06, .11);
  }

  @Test
  void refusesMarketsWithoutAVariance() {
    HedgingTask daily = HedgingTask.DEFAULT.withRebalances(30);
    OptimalHestonHedge optimum = new OptimalHestonHedge(daily, HestonMarket.DEFAULT, 4, 4, 4);
    assertThatThrownBy(() -> optimum.shares(new ShortCall(daily)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("variance of a HestonCall");
    HedgingTask weekly = HedgingTask.DEFAULT.withRebalances(4);
    assertThatThrownBy(() -> new OptimalHestonHedge(weekly, HestonMarket.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("every day is needed, was one every 7.5 days");
  }
}
