package io.tradinggym.options.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.tradinggym.options.pricing.ImpliedVolatility.Outcome;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final int CONTRACTS = 20_011;

  /** Absolute, per unit of spot plus strike. */
  private static final double PRICE = 1e-15;

  /** Relative to the Greek plus one. */
  private static final double GREEK = 1e-13;

  private static final double ROUND_TRIP = 1e-12;

  @Test
  void chainPricesAndGreeksAreThoseOfSingleContracts() {
    OptionColumns c = randomContracts(2.5);
    new BlackScholesBatch().value(c, 0, CONTRACTS);
    for (int i = 0; i < CONTRACTS; i++) {
      Greeks g = single(c, i);
      close(c.price[i], g.price(), PRICE * (c.spot[i] + c.strike[i]) * Math.exp(0.1 * c.years[i]));
      close(c.delta[i], g.delta(), GREEK * (1 + Math.abs(g.delta())));
      close(c.gamma[i], g.gamma(), GREEK * (1 + g.gamma()));
      close(c.vega[i], g.vega(), GREEK * (1 + g.vega()));
      close(c.theta[i], g.theta(), GREEK * (1 + Math.abs(g.theta())));
    }
  }

  /** Of one expiry discount factors are worked out once: the bits are those of a chain of several. */
  @Test
  void oneExpiryHasTheBitsOfAChainOfSeveral() {
    int rows = 40;
    OptionColumns one = randomContracts(2.5);
    OptionColumns several = randomContracts(2.5);
    for (OptionColumns c : new OptionColumns[] {one, several}) {
      for (int i = 0; i < rows; i++) {
        c.years[i] = 0.3;
        c.rate[i] = 0.04;
        c.dividendYield[i] = 0.01;
      }
    }
    new BlackScholesBatch().value(one, 0, rows);
    new BlackScholesBatch().value(several, 0, rows + 1); // whose last is another expiry
    for (int i = 0; i < rows; i++) {
      assertThat(one.price[i]).isEqualTo(several.price[i]);
      assertThat(one.delta[i]).isEqualTo(several.delta[i]);
      assertThat(one.theta[i]).isEqualTo(several.theta[i]);
    }
  }

  @Test
  void chainVolatilitiesAreThoseOfSingleContracts() {
    OptionColumns c = randomContracts(5);
    double[] volatility = c.volatility.clone();
    for (int i = 0; i < CONTRACTS; i++) {
      c.price[i] = single(c, i).price();
    }
    Outcome[] outcomes = new Outcome[CONTRACTS];
    new ImpliedVolatilityBatch().solve(c, 0, CONTRACTS, outcomes);
    int exact = 0;
    for (int i = 0; i < CONTRACTS; i++) {
      if (outcomes[i] != Outcome.OK) {
        continue;
      }
      double vega =
          BlackScholes.vega(
              c.spot[i], c.strike[i], c.years[i], c.rate[i], c.dividendYield[i], volatility[i]);
      double carried = 4 * Math.ulp(c.spot[i] + c.strike[i]) / vega;
      close(c.volatility[i], volatility[i], ROUND_TRIP * volatility[i] + 1.5 * carried);
      exact++;
    }
    assertThat(exact).isGreaterThan(CONTRACTS * 3 / 4);
  }

  @Test
  void shortDatedOutOfTheMoneyVolatilitiesKeepTwelveDigits() {
    SplittableRandom random = new SplittableRandom(6);
    OptionColumns c = new OptionColumns(CONTRACTS);
    for (int i = 0; i < CONTRACTS; i++) {
      double volatility = Math.exp(random.nextDouble(Math.log(1e-4), Math.log(5)));
      double years = random.nextDouble(1 / 365.0, 2);
      double x = random.nextDouble(-4, 4) * volatility * Math.sqrt(years);
      OptionType type = x > 0 ? OptionType.CALL : OptionType.PUT;
      c.set(i, type, 1, Math.exp(x), years, 0, 0, volatility);
      c.price[i] = single(c, i).price();
    }
    double[] volatility = c.volatility.clone();
    Outcome[] outcomes = new Outcome[CONTRACTS];
    new ImpliedVolatilityBatch().solve(c, 0, CONTRACTS, outcomes);
    for (int i = 0; i < CONTRACTS; i++) {
      double vega = BlackScholes.vega(1, c.strike[i], c.years[i], 0, 0, volatility[i]);
      // ln K is rounded in the last place before it is compared with a deviation of 1e-6.
      close(
          c.volatility[i],
          volatility[i],
          ROUND_TRIP * volatility[i] + 2 * Math.ulp(c.price[i]) / vega);
    }
  }

  @Test
  void columnsAreCallsUntilTheyAreSet() {
    OptionColumns c = new OptionColumns(2);
    c.set(1, OptionType.PUT, 100, 100, 1, 0, 0, .2);
    assertThat(c.sign).containsExactly(1, -1);
  }

  @Test
  void oneBrokenContractLeavesTheOthersAlone() {
    OptionColumns c = new OptionColumns(4);
    for (int i = 0; i < 4; i++) {
      c.set(i, OptionType.CALL, 100, 100, 0.5, 0.02, 0, 0.2);
    }
    c.volatility[1] = Double.NaN;
    c.years[2] = 0;
    c.volatility[3] = 0;
    new BlackScholesBatch().value(c, 0, 4);
    assertThat(c.price[0])
        .isCloseTo(BlackScholes.price(OptionType.CALL, 100, 100, 0.5, 0.02, 0, 0.2), within(1e-13));
    assertThat(c.price[1]).isNaN();
    assertThat(c.price[2]).isZero();
    assertThat(c.gamma[2]).isZero();
    assertThat(c.theta[2]).isFinite();
    assertThat(c.price[3]).isCloseTo(100 * -Math.expm1(-0.01), within(1e-13));
    c.price[0] = 101;
    c.price[1] = -1;
    c.years[2] = 1;
    c.price[2] = Double.NaN;
    Outcome[] outcomes = new Outcome[4];
    new ImpliedVolatilityBatch().solve(c, 0, 4, outcomes);
    assertThat(outcomes)
        .containsExactly(
            Outcome.ABOVE_MAX,
            Outcome.BELOW_INTRINSIC,
            Outcome.BELOW_INTRINSIC,
            Outcome.LOW_INFORMATION);
  }

  @Test
  void nothingIsAllocated() {
    OptionColumns c = randomContracts(2);
    BlackScholesBatch prices = new BlackScholesBatch();
    ImpliedVolatilityBatch volatilities = new ImpliedVolatilityBatch();
    Outcome[] outcomes = new Outcome[CONTRACTS];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = 0;
    for (int round = 0; round < 3; round++) {
      before = threads.getCurrentThreadAllocatedBytes();
      prices.value(c, 0, CONTRACTS);
      volatilities.solve(c, 0, CONTRACTS, outcomes);
    }
    // The reading itself costs some bytes; one object a contract would be 300 kB.
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4096);
  }

  private static OptionColumns randomContracts(double spread) {
    SplittableRandom random = new SplittableRandom(3);
    OptionColumns c = new OptionColumns(CONTRACTS);
    for (int i = 0; i < CONTRACTS; i++) {
      double volatility = random.nextDouble(0.05, 1);
      double years = random.nextDouble(0.01, 3);
      double strike =
          100 * Math.exp(random.nextDouble(-spread, spread) * volatility * Math.sqrt(years));
      OptionType type = random.nextBoolean() ? OptionType.CALL : OptionType.PUT;
      c.set(
          i,
          type,
          100,
          strike,
          years,
          random.nextDouble(-.02, .08),
          random.nextDouble(-.02, .08),
          volatility);
    }
    return c;
  }

  private static Greeks single(OptionColumns c, int i) {
    OptionType type = c.sign[i] > 0 ? OptionType.CALL : OptionType.PUT;
    return BlackScholes.greeks(
        type, c.spot[i], c.strike[i], c.years[i], c.rate[i], c.dividendYield[i], c.volatility[i]);
  }

  private static void close(double actual, double expected, double tolerance) {
    if (!(Math.abs(actual - expected) <= tolerance)) {
      assertThat(actual).isCloseTo(expected, within(tolerance));
    }
  }
}
