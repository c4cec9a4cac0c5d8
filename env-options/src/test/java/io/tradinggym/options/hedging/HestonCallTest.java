package io.tradinggym.options.hedging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.options.pricing.Heston;
import io.tradinggym.options.pricing.OptionType;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hedging where volatility moves. */
class HestonCallTest {
  /** Standard errors that chance may take. */
  private static final double CHANCE = 4;

  /** Of each rule; more are -Dtradinggym.paths=100000. */
  private static final int PATHS = Integer.getInteger("tradinggym.paths", 10_000);

  private static final HedgingTask FREE = HedgingTask.DEFAULT.withCost(0);

  // Half a second each: looked up by every test of a market.
  private static final Map<HestonMarket, HestonVolatilities> VOLATILITIES = new HashMap<>();

  private static HestonCall call(HestonMarket market) {
    HestonVolatilities volatilities =
        VOLATILITIES.computeIfAbsent(market, each -> new HestonVolatilities(FREE, each));
    return new HestonCall(FREE, market, volatilities);
  }

  private static HedgingRisk judge(HestonMarket market, HedgeRule rule) {
    return HedgingRisk.of(FREE, call(market), rule, PATHS, 41);
  }

  @Test
  void thePremiumIsThatOfTheDeepHedgingLiterature() {
    HestonCall call = call(HestonMarket.DEFAULT);
    assertThat(call.value()).isCloseTo(1.6918, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource({"1, 2, -.7", "4, .5, -.5", "2, 1, .3", "8, .8, 0"})
  void thePremiumIsWhatTheCallPaysOnAverage(double reversion, double volOfVol, double rho) {
    HestonMarket market = new HestonMarket(reversion, volOfVol, rho);
    HestonCall call = call(market);
    HedgingRisk unhedged = judge(market, HedgeRule.NONE);
    double error = unhedged.deviation() / Math.sqrt(PATHS);
    double price = market.at(.04, .2).price(OptionType.CALL, 100, 100, FREE.years(), 0, 0);
    assertThat(call.value()).isCloseTo(price, within(1e-9));
    assertThat(unhedged.mean()).isCloseTo(-price, within(CHANCE * error));
  }

  @ParameterizedTest
  @CsvSource({"1, 2, -.7", "4, .5, -.5"})
  void noHedgeOfAFairOptionHasAnExpectedProfitBeforeCosts(
      double reversion, double volOfVol, double rho) {
    HestonMarket market = new HestonMarket(reversion, volOfVol, rho);
    double premium = call(market).value();
    HedgeRule[] rules = {
      HedgeRule.DELTA, HedgeRule.LEAST_VARIANCE, HedgeRule.BAND, HedgeRule.leland(FREE)
    };
    for (HedgeRule rule : rules) {
      HedgingRisk risk = judge(market, rule);
      double error = risk.deviation() / Math.sqrt(PATHS);
      assertThat(risk.mean() + premium).isCloseTo(0, within(CHANCE * error));
    }
  }

  /** Without movement of volatility it is the market of Black and Scholes, on every path and in every number. */
  @Test
  void withoutVolOfVolItIsBlackAndScholesMarket() {
    HestonMarket still = new HestonMarket(1, 1e-5, 0);
    HestonCall call = new HestonCall(HedgingTask.DEFAULT, still);
    BlackScholesCall other = new BlackScholesCall(HedgingTask.DEFAULT);
    RandomStream random = RandomStreams.of(5).stream("paths");
    double root = .2 * Math.sqrt(other.stepYears());
    double rounding = 1e-4;
    for (int path = 0; path < 50; path++) {
      call.begin(random);
      other.begin(random);
      while (!call.expired()) {
        double before = call.logMoneyness();
        call.advance(random);
        other.move((call.logMoneyness() - before + .5 * root * root) / root);
        assertThat(call.spot()).isCloseTo(other.spot(), within(1e-9));
        assertThat(call.value()).isCloseTo(other.value(), within(rounding));
        assertThat(call.delta()).isCloseTo(other.delta(), within(rounding));
        assertThat(call.leastVarianceDelta()).isCloseTo(other.delta(), within(.01));
        assertThat(call.gamma()).isCloseTo(other.gamma(), within(rounding * (1 + other.gamma())));
      }
    }
    for (HedgeRule rule : new HedgeRule[] {HedgeRule.DELTA, HedgeRule.BAND}) {
      HedgingTask task = HedgingTask.DEFAULT.withCost(.002);
      HedgingRisk expected = HedgingRisk.of(task, rule, 20_000, 6);
      HedgingRisk risk = HedgingRisk.of(task, new HestonCall(task, still), rule, 20_000, 7);
      double error = Math.hypot(expected.error(), risk.error());
      assertThat(risk.risk()).isCloseTo(expected.risk(), within(CHANCE * error));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 2, -.7", "4, .5, -.5", "2, 1, .6"})
  void hedgingVolatilitysMoveWithTheSpotLeavesLessVariance(
      double reversion, double volOfVol, double rho) {
    HestonMarket market = new HestonMarket(reversion, volOfVol, rho);
    double delta = judge(market, HedgeRule.DELTA).deviation();
    double least = judge(market, HedgeRule.LEAST_VARIANCE).deviation();
    double opposite =
        judge(market, book -> 2 * book.delta() - book.market().leastVarianceDelta()).deviation();
    assertThat(least).isLessThan(.99 * delta);
    assertThat(opposite).isGreaterThan(1.01 * delta);
    HestonCall call = call(market);
    assertThat(Math.signum(call.leastVarianceDelta() - call.delta())).isEqualTo(Math.signum(rho));
  }

  @ParameterizedTest
  @CsvSource({"1, 2, -.7, .01", "4, .5, -.5, .001"})
  void whatIsLookedUpIsTheModelsPrice(
      double reversion, double volOfVol, double rho, double tolerance) {
    HestonMarket market = new HestonMarket(reversion, volOfVol, rho);
    HestonCall call = call(market);
    RandomStream random = RandomStreams.of(8).stream("paths");
    double squares = 0;
    int count = 0;
    for (int path = 0; path < 90; path++) {
      call.begin(random);
      for (int i = 0; i <= path % 29; i++) {
        call.advance(random);
      }
      Heston model = market.at(call.variance(), .2);
      double price = model.price(OptionType.CALL, call.spot(), 100, call.yearsLeft(), 0, 0);
      squares += (call.value() - price) * (call.value() - price);
      count++;
    }
    assertThat(Math.sqrt(squares / count)).isLessThan(tolerance);
  }

  @Test
  void refusesWhatIsNoMarket() {
    assertThatThrownBy(() -> new HestonMarket(1, 2, -1.1))
        .hasMessage("correlation must be in [-1, 1], was -1.1");
    assertThatThrownBy(() -> new HestonMarket(1, 0, 0))
        .hasMessage("volOfVol must be in (0, 10], was 0.0");
  }
}
