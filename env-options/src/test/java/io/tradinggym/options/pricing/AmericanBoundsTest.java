package io.tradinggym.options.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No arbitrage bounds every American price, also where rates or yields are negative or volatility is small. */
class AmericanBoundsTest {
  private static final double SPOT = 100;
  private static final double[] STRIKES = {40, 80, 95, 100, 105, 125, 250};
  private static final double[] YEARS = {0.01, 0.25, 1, 3, 10};
  private static final double[] RATES = {-0.05, -0.01, 0, 0.005, 0.03, 0.08, 0.15};
  private static final double[] YIELDS = {-0.04, 0, 0.001, 0.03, 0.08, 0.15};
  private static final double[] VOLATILITIES = {0.03, 0.1, 0.25, 0.6, 1.2};

  private interface Pricer {
    double price(
        OptionType type,
        double spot,
        double strike,
        double years,
        double rate,
        double dividendYield,
        double volatility);
  }

  /** Grid points at which a method leaves the bounds. */
  private static List<String> outside(Pricer method) {
    List<String> found = new ArrayList<>();
    for (OptionType type : OptionType.values()) {
      for (double strike : STRIKES) {
        for (double years : YEARS) {
          for (double rate : RATES) {
            for (double yield : YIELDS) {
              for (double volatility : VOLATILITIES) {
                double price = method.price(type, SPOT, strike, years, rate, yield, volatility);
                double european =
                    BlackScholes.price(type, SPOT, strike, years, rate, yield, volatility);
                double least = Math.max(european, type.payoff(SPOT, strike));
                double most =
                    type == OptionType.CALL
                        ? SPOT * Math.max(1, Math.exp(-yield * years))
                        : strike * Math.max(1, Math.exp(-rate * years));
                double rounding = 1e-12 * (SPOT + strike);
                if (!(price >= least - rounding && price <= most + rounding)) {
                  found.add(
                      type
                          + " "
                          + List.of(strike, years, rate, yield, volatility)
                          + ": "
                          + price
                          + " is not in "
                          + least
                          + " .. "
                          + most);
                }
              }
            }
          }
        }
      }
    }
    return found;
  }

  @Test
  void baroneAdesiWhaleyIsNeverBelowTheEuropeanPriceOrTheIntrinsicValue() {
    assertThat(outside(BaroneAdesiWhaley::price)).isEmpty();
  }

  @Test
  void neitherAreBjerksundAndStensland() {
    assertThat(outside(BjerksundStensland::flat)).isEmpty();
    assertThat(outside(BjerksundStensland::twoStep)).isEmpty();
  }

  @Test
  void aCallIsExercisedAtOnceWhereTheStrikeIsPaidAtANegativeRate() {
    assertThat(BaroneAdesiWhaley.price(OptionType.CALL, 100, 80, 3, -0.05, 0, 0.03))
        .isCloseTo(20, within(1e-12));
    assertThat(BaroneAdesiWhaley.boundary(OptionType.CALL, 80, 3, -0.05, 0, 0.03))
        .isBetween(80.0, 100.0);
    double tree = new LeisenReimerTree(801).american(OptionType.CALL, 80, 80, 3, -0.05, 0, 0.2);
    assertThat(BaroneAdesiWhaley.price(OptionType.CALL, 80, 80, 3, -0.05, 0, 0.2))
        .isCloseTo(tree, within(0.05 * tree));
  }
}
