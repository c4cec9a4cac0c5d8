package io.tradinggym.options.hedging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules without learning against the reference values of their risk. */
class HedgingBarsTest {
  /** Of each rule and cost; more are -Dtradinggym.paths=100000. */
  private static final int PATHS = Integer.getInteger("tradinggym.paths", 25_000);

  /** The reference values carry an error of their own, of about one standard error of 100,000 paths. */
  private static final double CHANCE = 5;

  private static HedgingRisk judge(HedgingTask task, HedgeRule rule) {
    return HedgingRisk.of(task, rule, PATHS, 31);
  }

  @ParameterizedTest
  @CsvSource({
    // cost, delta, Leland, Whalley and Wilmott, exact optimum
    ".0001, 2.3778, 2.3774, 2.3918, 2.3747",
    ".0005, 2.4698, 2.4662, 2.4749, 2.4475",
    ".002, 2.8208, 2.7849, 2.7014, 2.6607",
    ".005, 3.5523, 3.3720, 3.0876, 3.0051"
  })
  void theRulesHaveTheReferenceRisks(
      double cost, double delta, double leland, double band, double optimum) {
    HedgingTask task = HedgingTask.DEFAULT.withCost(cost);
    double[] expected = {delta, leland, band};
    HedgeRule[] rules = {HedgeRule.DELTA, HedgeRule.leland(task), HedgeRule.BAND};
    for (int i = 0; i < rules.length; i++) {
      HedgingRisk risk = judge(task, rules[i]);
      assertThat(risk.risk()).isCloseTo(expected[i], within(CHANCE * risk.error()));
      assertThat(risk.risk()).isGreaterThan(optimum - 3 * risk.error());
    }
  }

  @Test
  void withoutCostsDeltaIsNearlyOptimal() {
    HedgingTask free = HedgingTask.DEFAULT.withCost(0);
    HedgingRisk risk = judge(free, HedgeRule.DELTA);
    assertThat(risk.risk()).isCloseTo(2.3549, within(CHANCE * risk.error()));
    assertThat(risk.mean()).isCloseTo(-2.287151, within(.01));
    assertThat(new ShortCall(free).premium()).isCloseTo(2.287151, within(5e-7));
  }

  @ParameterizedTest
  @CsvSource({"5, .8385", "15, .4993", "30, .3583", "60, .2553", "120, .1813"})
  void hedgingErrorsShrinkWithTheRootOfTheNumberOfTrades(int trades, double deviation) {
    HedgingTask task = HedgingTask.DEFAULT.withCost(0).withRebalances(trades);
    HedgingRisk risk = HedgingRisk.of(task, HedgeRule.DELTA, 40_000, 32);
    assertThat(risk.deviation()).isCloseTo(deviation, within(.015 * deviation));
  }

  @Test
  void lelandsVolatilityIsTheReferenceOne() {
    HedgingTask task = HedgingTask.DEFAULT.withCost(.002);
    ShortCall book = new ShortCall(task);
    double deviation = .22846192 * Math.sqrt(30 / 365.0);
    assertThat(HedgeRule.leland(task).shares(book))
        .isCloseTo(io.tradinggym.options.pricing.Normal.cdf(.5 * deviation), within(1e-8));
  }

  @Test
  void profitOfAPathIsHedgeLessCostsLessPayoff() {
    HedgingTask task = new HedgingTask(.2, .5, 2, .01, 1);
    ShortCall book = new ShortCall(task);
    RandomStream random = RandomStreams.of(3).stream("path");
    book.hold(.6);
    assertThat(book.costs()).isCloseTo(.6, within(1e-15));
    book.move(random);
    double middle = book.market().spot();
    book.hold(.9);
    book.move(random);
    double end = book.market().spot();
    double costs = .6 + .01 * middle * .3;
    double hedge = .6 * (middle - 100) + .9 * (end - middle);
    assertThat(book.profit())
        .isCloseTo(book.premium() + hedge - costs - Math.max(end - 100, 0), within(1e-12));
    assertThat(book.over()).isTrue();
  }

  @Test
  void refusesWhatIsNoTask() {
    assertThatThrownBy(() -> HedgingTask.DEFAULT.withCost(-.1))
        .hasMessage("cost must be in [0, 0.1), was -0.1");
    assertThatThrownBy(() -> HedgingTask.DEFAULT.withRebalances(0))
        .hasMessage("rebalances must be >= 1, was 0");
  }
}
