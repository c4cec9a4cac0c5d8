package io.tradinggym.options.hedging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference risks and bands: at the money, 20 %, thirty days, hedged daily, risk aversion 1. */
class OptimalHedgeTest {
  private static final double DEVIATIONS = 4;
  private static final Map<Double, OptimalHedge> OPTIMA = new ConcurrentHashMap<>();

  /** On a coarse grid, which is good for 4e-4. */
  private static OptimalHedge optimum(double cost) {
    return OPTIMA.computeIfAbsent(
        cost, c -> new OptimalHedge(HedgingTask.DEFAULT.withCost(c), 8, 200));
  }

  @ParameterizedTest
  @CsvSource({"0, 2.3534", "0.0001, 2.3747", "0.0005, 2.4475", "0.002, 2.6607", "0.005, 3.0051"})
  void itsRiskIsTheReference(double cost, double expected) {
    assertThat(optimum(cost).risk()).isCloseTo(expected, within(4e-4));
  }

  @ParameterizedTest
  @CsvSource({"0.0005, 0.485, 0.540", "0.002, 0.455, 0.572"})
  void soIsItsBandAtTheStart(double cost, double lower, double upper) {
    assertThat(optimum(cost).lower(0, 100)).isCloseTo(lower, within(0.006));
    assertThat(optimum(cost).upper(0, 100)).isCloseTo(upper, within(0.006));
  }

  @Test
  void playingItReachesItsRisk() {
    OptimalHedge optimum = optimum(0.002);
    HedgingRisk played = HedgingRisk.of(HedgingTask.DEFAULT.withCost(0.002), optimum, 20_000, 5);
    assertThat(played.error()).isLessThan(0.006);
    assertThat(played.risk()).isCloseTo(optimum.risk(), within(DEVIATIONS * played.error() + 4e-4));
    assertThat(played.turnover()).isCloseTo(1.23, within(0.02));
  }
}
