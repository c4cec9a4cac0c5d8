package io.tradinggym.options.hedging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference numbers of hedges and of the risk that judges them. */
class HedgingNumbersTest {
  private static final int PATHS = 100_000;

  /**
   * pfhedge's example of Whalley and Wilmott's band: strike 1, a tenth of a year, 20 %, costs of 1e-5, a = 1, half a
   * share held. At a strike of 100 the same aversion is 0.01 per unit of money.
   */
  @ParameterizedTest
  @CsvSource({
    "-.05, .2239, .2946",
    "-.01, .4497, .5",
    "0, .5126, .5",
    ".01, .5752, .5",
    ".05, .7945, .7284"
  })
  void theBandHoldsWhatItsPublishedExampleHolds(double log, double delta, double hedge) {
    HedgingTask task = new HedgingTask(.2, .2, 2, 1e-5, .01);
    BlackScholesCall market = new BlackScholesCall(task);
    ShortCall book = new ShortCall(task, market);
    book.hold(.5);
    double deviation = .2 * Math.sqrt(.1);
    market.move((log + .5 * deviation * deviation) / deviation);
    assertThat(market.logMoneyness()).isCloseTo(log, within(1e-15));
    assertThat(book.delta()).isCloseTo(delta, within(5e-5));
    assertThat(HedgeRule.BAND.shares(book)).isCloseTo(hedge, within(5e-5));
  }

  /** Thirty trades at the Black-Scholes delta, no costs; the premium, 2.2872, is not counted. */
  @Test
  void expectedShortfallOfADeltaHedgeIsTheReference() {
    HedgingTask task = HedgingTask.DEFAULT.withCost(0);
    RandomStream random = RandomStreams.of(17).stream("paths");
    ShortCall book = new ShortCall(task);
    double[] losses = new double[PATHS];
    for (int path = 0; path < PATHS; path++) {
      book.begin(random);
      while (!book.over()) {
        book.hold(book.delta());
        book.move(random);
      }
      losses[path] = book.premium() - book.profit();
    }
    Arrays.sort(losses);
    assertShortfall(losses, .95, 3.1228);
    assertShortfall(losses, .99, 3.5237);
    assertThat(Arrays.stream(losses).average().orElseThrow()).isCloseTo(2.2873, within(.005));
  }

  /** Both, the estimate and the reference, have an error of about the deviation in the tail over its root. */
  private static void assertShortfall(double[] sorted, double level, double expected) {
    double[] tail = Arrays.copyOfRange(sorted, (int) (level * sorted.length), sorted.length);
    double mean = Arrays.stream(tail).average().orElseThrow();
    double spread = Arrays.stream(tail).map(x -> (x - mean) * (x - mean)).sum();
    double error = Math.sqrt(spread) / tail.length;
    assertThat(mean).as("at %s", level).isCloseTo(expected, within(8 * error));
  }

  @Test
  void twoHundredAndFortyTradesLeaveTheReferenceError() {
    HedgingTask task = HedgingTask.DEFAULT.withCost(0).withRebalances(240);
    HedgingRisk risk = HedgingRisk.of(task, HedgeRule.DELTA, 20_000, 33);
    assertThat(risk.deviation()).isCloseTo(.1291, within(.02 * .1291));
    assertThat(risk.deviation())
        .as("Derman and Kamal: sqrt(pi / 4) vega s / sqrt(n)")
        .isCloseTo(.1308, within(.03 * .1308));
  }

  private static double risk(double[] outcomes, double aversion) {
    HedgingRisk.Sums sums = new HedgingRisk.Sums(aversion);
    for (double outcome : outcomes) {
      sums.add(outcome, 0);
    }
    return sums.result().risk();
  }

  @Property
  void riskIsMonotoneConvexAndFallsByTheCashAdded(
      @ForAll long seed,
      @ForAll @DoubleRange(min = .01, max = 3) double aversion,
      @ForAll @DoubleRange(min = -3, max = 3) double cash,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    RandomStream random = RandomStreams.of(seed).stream("outcomes");
    int size = 20;
    double[] one = new double[size];
    double[] other = new double[size];
    double[] better = new double[size];
    double[] richer = new double[size];
    double[] mixed = new double[size];
    for (int i = 0; i < size; i++) {
      one[i] = 3 * random.gaussian();
      other[i] = 3 * random.gaussian();
      better[i] = one[i] + random.uniform();
      richer[i] = one[i] + cash;
      mixed[i] = share * one[i] + (1 - share) * other[i];
    }
    double rounding = 1e-12;
    double risk = risk(one, aversion);
    assertThat(risk(better, aversion)).isLessThanOrEqualTo(risk);
    assertThat(risk(richer, aversion)).isCloseTo(risk - cash, within(rounding));
    assertThat(risk(mixed, aversion))
        .isLessThanOrEqualTo(share * risk + (1 - share) * risk(other, aversion) + rounding);
  }
}
