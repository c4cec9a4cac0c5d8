package io.tradinggym.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * What every environment that trades on bars owes its users: books that balance, rewards that are profits, a future
 * that cannot be seen. The environment decides at a close, fills at the next open, and marks at the next close.
 *
 * <p>Each property runs on markets of {@link MarketArbitraries}; the oracles are independent sums over the bars and
 * what was reported. Reported fields are found by name: {@code equity}, {@code cash}, {@code fees}, {@code carry},
 * {@code position_0} (units), {@code price_0} and {@code time}.
 */
public abstract class MarketContract {
  private static final double LOG_SUM = 1e-12;

  /** Doubles of exact integers: the last digits of an amount of 100,000. */
  private static final double CENTS = 1e-6;

  private static final double RELATIVE = 1e-9;

  /** Steps of a property's episode. */
  private static final int STEPS = 20;

  private static final int NO_LIMIT = Integer.MAX_VALUE;

  /** Log of 1e-19: the smallest unit of money over the largest account. Survivors sum to more. */
  private static final double WORST_SURVIVAL = -43.8;

  /** Four standard errors and a half: seven chances in a million, for seeds that are fixed anyway. */
  private static final double SIGNIFICANT = 4.5;

  /** For subclasses. */
  protected MarketContract() {}

  /**
   * {@return an environment that trades the market's shares from the first bar it can to the last, with log-return
   * rewards and no costs beyond the terms: no spread, no minimum, a participation limit of {@link #participation}}
   *
   * @param market of one share or more
   * @param terms cash, costs and leverage
   */
  protected abstract EnvironmentLogic trading(TestMarket market, Terms terms);

  /**
   * Writes the action that asks for a weight of the first asset, a share of equity, and none of the others.
   *
   * @param weight of the first asset, as a fraction of equity; below 0 = short
   * @param terms those that the environment was made with
   * @param action overwritten with an element of the action space
   */
  protected abstract void target(double weight, Terms terms, float[] action);

  /** {@return the bars that the environment needs before its first observation} */
  protected abstract int warmUp();

  /** {@return the largest part of a bar's volume that one order fills, as a fraction} */
  protected abstract double participation();

  private int length() {
    return warmUp() + STEPS;
  }

  /** {@return markets of two shares, long enough for a short episode} */
  @Provide
  protected Arbitrary<TestMarket> markets() {
    return MarketArbitraries.markets(2, length());
  }

  /** {@return weights of the steps of an episode, from -1 to 1} */
  @Provide
  protected Arbitrary<double[]> weights() {
    return MarketArbitraries.weights(-1, 1, STEPS);
  }

  /** {@return commissions as fractions of the value traded, from nothing to one percent} */
  @Provide
  protected Arbitrary<Double> commissions() {
    return Arbitraries.oneOf(Arbitraries.just(0.0), Arbitraries.doubles().between(0, 0.01));
  }

  private MarketRun run(TestMarket market, Terms terms, double[] weights) {
    return new MarketRun(this, market, terms, NO_LIMIT, (step, bar, equity) -> weights[step]);
  }

  @Property
  void cashAndPositionsAreEquity(
      @ForAll("markets") TestMarket market,
      @ForAll("weights") double[] weights,
      @ForAll("commissions") double fee) {
    MarketRun run =
        run(market, Terms.FREE.withLeverage(2).withCommission(fee).withCarry(0.1, 0.1), weights);
    for (int t = 0; t < run.bars; t++) {
      assertThat(run.cash[t] + run.position[t] * run.price[t])
          .isCloseTo(run.equity[t], within(CENTS));
    }
  }

  @Property
  void equityChangesByPriceMovesLessFeesAndCarry(
      @ForAll("markets") TestMarket market,
      @ForAll("weights") double[] weights,
      @ForAll("commissions") double fee) {
    MarketRun run =
        run(market, Terms.FREE.withLeverage(2).withCommission(fee).withCarry(0.1, 0.1), weights);
    for (int t = 1; t < run.bars; t++) {
      if (run.end == EndReason.MARGIN_CALL && t == run.bars - 1) {
        return; // what was liquidated within the step is no longer reported
      }
      double opened = market.dollars(0, market.open(0, run.bar[t]));
      double profit =
          run.position[t - 1] * (opened - run.price[t - 1])
              + run.position[t] * (run.price[t] - opened);
      double expected = run.equity[t - 1] + profit - run.fees[t] - run.carry[t];
      assertThat(run.equity[t]).isCloseTo(expected, within(CENTS));
    }
  }

  @Property
  void logRewardsSumToTheGrowthOfEquity(
      @ForAll("markets") TestMarket market,
      @ForAll("weights") double[] weights,
      @ForAll("commissions") double fee) {
    MarketRun run = run(market, Terms.FREE.withCommission(fee), weights);
    assertThat(run.sumOfRewards())
        .isCloseTo(Math.log(run.lastEquity() / run.equity[0]), within(LOG_SUM));
  }

  @Property
  void withoutTradesThereIsNoProfit(@ForAll("markets") TestMarket market) {
    MarketRun run = run(market, Terms.FREE.withLeverage(2).withCommission(0.01), new double[STEPS]);
    assertThat(run.equity).containsOnly(run.equity[0]);
    assertThat(run.rewards).containsOnly(0);
  }

  @Property
  void withoutLeverageNothingIsBorrowed(
      @ForAll("markets") TestMarket market,
      @ForAll("weights") double[] weights,
      @ForAll("commissions") double fee) {
    MarketRun run =
        run(
            market,
            Terms.FREE.withCommission(fee),
            Arrays.stream(weights).map(Math::abs).toArray());
    for (int t = 0; t < run.bars; t++) {
      assertThat(run.cash[t]).isNotNegative();
      assertThat(run.position[t]).isNotNegative();
    }
  }

  @Property
  void aRoundTripAtAConstantPriceCostsItsFees(
      @ForAll("commissions") double fee, @ForAll("weights") double[] weights) {
    double[] thereAndBack = Arrays.copyOf(weights, weights.length);
    Arrays.fill(thereAndBack, STEPS / 2, thereAndBack.length, 0);
    TestMarket market = TestMarket.constant(1, length());
    MarketRun run = run(market, Terms.FREE.withLeverage(2).withCommission(fee), thereAndBack);
    double paid = Arrays.stream(run.fees).sum();
    assertThat(run.position[run.bars - 1]).isZero();
    assertThat(run.equity[0] - run.lastEquity()).isCloseTo(paid, within(CENTS));
    double turnover = 0;
    for (int t = 1; t < run.bars; t++) {
      turnover += Math.abs(run.position[t] - run.position[t - 1]) * run.price[t];
    }
    assertThat(paid).isCloseTo(fee * turnover, within(1e-4 + RELATIVE * turnover));
  }

  @Property
  void aLongEarnsWhatAShortEarnsInTheMirror(
      @ForAll("markets") TestMarket market, @ForAll("weights") double[] weights) {
    Terms terms = Terms.FREE.withLeverage(3);
    TestMarket mirror = market.mirroredAt(warmUp());
    MarketRun held = new MarketRun(this, market, terms, 1, (step, bar, equity) -> weights[0]);
    MarketRun reflected = new MarketRun(this, mirror, terms, 1, (step, bar, equity) -> -weights[0]);
    assertThat(reflected.position[1]).isEqualTo(-held.position[1]);
    assertThat(reflected.lastEquity()).isEqualTo(held.lastEquity());
  }

  @Property
  void moneyOfAnotherSizeEarnsTheSameReturns(
      @ForAll("markets") TestMarket market,
      @ForAll("weights") double[] weights,
      @ForAll("commissions") double fee) {
    Terms terms = Terms.FREE.withLeverage(2).withCommission(fee);
    MarketRun small = run(market, terms, weights);
    MarketRun large = run(market.dearer(8), terms.withCash(8 * terms.cash()), weights);
    for (int t = 0; t < small.bars; t++) {
      assertThat(large.rewards[t]).isCloseTo(small.rewards[t], within(RELATIVE));
      assertThat(large.observations[t]).containsExactly(small.observations[t], within(1e-6f));
    }
  }

  @Property
  void higherFeesNeverHelp(
      @ForAll("markets") TestMarket market, @ForAll("weights") double[] weights) {
    double before = Double.POSITIVE_INFINITY;
    for (double fee : new double[] {0, 0.001, 0.01}) {
      Terms terms = Terms.FREE.withLeverage(2).withCommission(fee);
      MarketRun run = new MarketRun(this, market, terms, 1, (step, bar, equity) -> weights[0] / 2);
      assertThat(run.lastEquity()).isLessThanOrEqualTo(before);
      before = run.lastEquity();
    }
  }

  @Property
  void aPoisonedFutureLeavesThePastAsItWas(
      @ForAll("markets") TestMarket market, @ForAll("weights") double[] weights) {
    int last = warmUp() + STEPS / 2;
    Terms terms = Terms.FREE.withLeverage(2).withCommission(0.001).withCarry(0.1, 0.1);
    MarketRun clean = run(market, terms, weights);
    MarketRun poisoned = run(market.poisonedAfter(last), terms, weights);
    for (int t = 0; t < clean.bars && clean.bar[t] <= last; t++) {
      assertThat(poisoned.observations[t]).isEqualTo(clean.observations[t]);
      assertThat(poisoned.rewards[t]).isEqualTo(clean.rewards[t]);
      assertThat(poisoned.equity[t]).isEqualTo(clean.equity[t]);
      assertThat(poisoned.fees[t]).isEqualTo(clean.fees[t]);
    }
  }

  @Property
  void anOrderFillsNoMoreThanItsPartOfTheVolume(
      @ForAll("markets") TestMarket market, @ForAll("weights") double[] weights) {
    long volume = 200;
    MarketRun run = run(market.withVolume(volume), Terms.FREE.withLeverage(2), weights);
    for (int t = 1; t < run.bars && run.end != EndReason.MARGIN_CALL; t++) {
      assertThat(Math.abs(run.position[t] - run.position[t - 1]))
          .isLessThanOrEqualTo(participation() * volume);
    }
  }

  @Property
  void nothingFillsInAHalt(
      @ForAll("markets") TestMarket market, @ForAll("weights") double[] weights) {
    int from = warmUp() + 3;
    TestMarket halted = market.haltedFrom(0, from, from + 5);
    MarketRun run = run(halted, Terms.FREE.withLeverage(2), weights);
    for (int t = 1; t < run.bars; t++) {
      if (!halted.traded(0, run.bar[t])) {
        assertThat(run.position[t]).isEqualTo(run.position[t - 1]);
      }
    }
  }

  @Test
  void ruinIsFiniteTerminalAndWorseThanEverySurvival() {
    int crash = warmUp() + 5;
    TestMarket market = TestMarket.constant(1, length()).crashedAt(crash, 100);
    MarketRun run =
        new MarketRun(this, market, Terms.FREE.withLeverage(3), NO_LIMIT, (step, bar, equity) -> 3);
    assertThat(run.end).isEqualTo(EndReason.RUIN);
    assertThat(run.bar[run.bars - 1]).isEqualTo(crash);
    assertThat(run.sumOfRewards()).isFinite().isLessThan(WORST_SURVIVAL);
  }

  @Test
  void theDataRunningOutIsATruncation() {
    MarketRun run = run(TestMarket.constant(1, length()), Terms.FREE, new double[STEPS]);
    assertThat(run.end).isEqualTo(EndReason.END_OF_DATA);
    assertThat(run.bar[run.bars - 1]).isEqualTo(length() - 1);
  }

  @Test
  void anOracleWinsByFar() {
    TestMarket market = TestMarket.noise(5, 1, warmUp() + 252, 0.01, 0);
    double attainable = 0;
    for (int bar = warmUp() + 1; bar < market.length(); bar++) {
      attainable += Math.max(0, Math.log((double) market.close(0, bar) / market.open(0, bar)));
    }
    MarketRun run = new MarketRun(this, market, Terms.FREE, NO_LIMIT, oracle(market));
    assertThat(run.sumOfRewards()).isBetween(0.95 * attainable, 1.001 * attainable);
  }

  /** Sees the next bar, as nobody may, and holds the asset only when it will rise. */
  private static MarketRun.Choice oracle(TestMarket market) {
    return (step, bar, equity) -> market.close(0, bar + 1) > market.open(0, bar + 1) ? 1 : 0;
  }

  @Test
  void onNoiseNothingWins() {
    int episodes = 400;
    String[] names = {"always in", "random", "momentum", "contrarian"};
    for (int policy = 0; policy < names.length; policy++) {
      double sum = 0;
      double squares = 0;
      for (int episode = 0; episode < episodes; episode++) {
        TestMarket market = TestMarket.noise(1000 + episode, 1, warmUp() + 60, 0.01, 0.3);
        MarketRun run =
            new MarketRun(this, market, Terms.FREE, NO_LIMIT, policy(policy, market, episode));
        double profit = run.lastEquity() / run.equity[0] - 1;
        sum += profit;
        squares += profit * profit;
      }
      double mean = sum / episodes;
      double error = Math.sqrt((squares / episodes - mean * mean) / episodes);
      assertThat(Math.abs(mean / error))
          .as("t statistic of \"%s\"", names[policy])
          .isLessThan(SIGNIFICANT);
    }
  }

  private static MarketRun.Choice policy(int policy, TestMarket market, long seed) {
    RandomStream random = RandomStreams.of(seed).stream("policy");
    return (step, bar, equity) -> {
      boolean rose = market.close(0, bar) > market.close(0, bar - 1);
      return switch (policy) {
        case 0 -> 1;
        case 1 -> random.uniform();
        case 2 -> rose ? 1 : 0;
        default -> rose ? 0 : 1;
      };
    };
  }
}
