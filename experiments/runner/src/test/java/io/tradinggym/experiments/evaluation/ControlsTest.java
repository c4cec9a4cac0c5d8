package io.tradinggym.experiments.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlsTest {
  /** Costs of one purchase and cash left over because shares are whole. */
  private static final double FRICTION = 0.02;

  private static final int PATH = 3;

  private static Trajectory play(String environment, Controls control) {
    RunConfig config = ConfigFile.parse("environment: " + environment, List.of(), "test");
    try (Arena arena =
        new Arena(config.environment().maker(config.environment().training(), null), 5, "test")) {
      return arena.play(control, PATH);
    }
  }

  private static double growth(Trajectory episode) {
    double[] equity = episode.info("equity");
    return equity[equity.length - 1] / equity[0];
  }

  private static double meanPriceGrowth(Trajectory episode) {
    return IntStream.range(0, episode.assets())
        .mapToObj(asset -> episode.info("price_" + asset))
        .mapToDouble(price -> price[price.length - 1] / price[1])
        .average()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: Stock-v1, options: {actions: trade}}",
        "{id: Stock-v1, options: {actions: levels}}",
        "{id: Stock-v1, options: {actions: weight}}",
        "{id: Portfolio-v1, options: {market: 'gbm:4'}}"
      })
  void whoNeverTradesNeverChanges(String environment) {
    assertThat(play(environment, Controls.NO_TRADE).info("equity")).containsOnly(100_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: Stock-v1, options: {actions: trade}}",
        "{id: Stock-v1, options: {actions: weight}}",
        "{id: Portfolio-v1, options: {market: 'gbm:4'}}"
      })
  void whoBuysAndHoldsTradesOnceAndEarnsWhatPricesDo(String environment) {
    Trajectory held = play(environment, Controls.BUY_AND_HOLD);
    assertThat(Arrays.stream(held.info("traded")).skip(2).boxed()).containsOnly(0.0);
    assertThat(held.info("traded")[1]).isPositive();
    assertThat(growth(held)).isCloseTo(meanPriceGrowth(held), within(FRICTION));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: Stock-v1, options: {actions: trade}}",
        "{id: Stock-v1, options: {actions: levels}}",
        "{id: Portfolio-v1, options: {market: 'gbm:4'}}"
      })
  void whoSeesTheFutureWinsByFar(String environment) {
    assertThat(growth(play(environment, Controls.ORACLE)))
        .isGreaterThan(1.2 * growth(play(environment, Controls.BUY_AND_HOLD)))
        .isGreaterThan(1.2 * growth(play(environment, Controls.RANDOM)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CartPole-v1", "Pendulum-v1"})
  void onlyTheRandomControlPlaysWhereNothingIsTraded(String id) {
    EnvironmentSpec spec = Registry.global().maker(id, Options.NONE).get().spec();
    assertThat(Controls.ALL)
        .filteredOn(control -> control.fits(spec))
        .containsExactly(Controls.RANDOM);
  }

  @Test
  void optionStrategiesAreComparedWithSellingAndBuyingVolatility() {
    String environment = "{id: OptionStrategies-v1, options: {episode: 60}}";
    EnvironmentSpec spec =
        Registry.global().maker("OptionStrategies-v1", Options.NONE).get().spec();
    assertThat(Controls.ALL)
        .filteredOn(control -> control.fits(spec))
        .containsExactly(
            Controls.NO_TRADE, Controls.RANDOM, Controls.SHORT_STRANGLE, Controls.LONG_STRADDLE);
    assertThat(play(environment, Controls.NO_TRADE).info("equity")).containsOnly(200_000);
    for (Controls control : List.of(Controls.SHORT_STRANGLE, Controls.LONG_STRADDLE)) {
      double[] units = play(environment, control).info("units");
      assertThat(units[1]).as(control.title()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: FundingArbitrage-v1, options: {episode: 200}}",
        "{id: FundingArbitrage-v1, options: {episode: 200, levels: 5, shorts: true}}"
      })
  void hedgedPairsAreComparedWithStayingOutAndStayingIn(String environment) {
    assertThat(play(environment, Controls.NO_TRADE).info("equity")).containsOnly(100_000);
    Trajectory hedged = play(environment, Controls.ALWAYS_HEDGED);
    double[] spot = hedged.info("position_0");
    double[] perpetual = hedged.info("position_1");
    assertThat(spot[1]).as("half of equity in coins").isBetween(0.5, 2.0);
    for (int step = 1; step < spot.length; step++) {
      assertThat(perpetual[step]).isEqualTo(-spot[step], within(0.05 * spot[step]));
    }
  }

  @Test
  void twoVenuesAreComparedWithLeavingTheInventoriesAlone() {
    double[] coins =
        play("{id: CrossVenue-v1, options: {episode: 100}}", Controls.NO_TRADE).info("position_0");
    assertThat(coins).containsOnly(coins[0]);
  }
}
