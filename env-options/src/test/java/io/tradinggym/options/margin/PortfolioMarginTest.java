package io.tradinggym.options.margin;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.strategy.EveryStrategy;
import io.tradinggym.options.strategy.Premiums;
import io.tradinggym.options.strategy.Strategies;
import io.tradinggym.options.strategy.Strategy;
import io.tradinggym.options.strategy.StrategyGreeks;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PortfolioMarginTest {
  private static final Offset<Double> CENT = within(1e-6);
  private static final double MONTH = 30 / 365.0;
  private static final double VOLATILITY = .25;

  private final Strategies strategies =
      new Strategies(Premiums.blackScholes(100, 0, 0, VOLATILITY), 100);

  private static double equity(Strategy strategy) {
    return PortfolioMargin.EQUITY.requirement(strategy, 100, 0, 0);
  }

  @Test
  void sharesNeedTheLargestMove() {
    Strategy held = Strategy.named("shares").shares(100, 100).build();
    assertThat(equity(held)).isCloseTo(1_500, CENT);
    assertThat(PortfolioMargin.BROAD_INDEX.requirement(held, 100, 0, 0)).isCloseTo(800, CENT);
    Strategy sold = Strategy.named("shares sold").shares(-100, 100).build();
    assertThat(PortfolioMargin.BROAD_INDEX.requirement(sold, 100, 0, 0)).isCloseTo(600, CENT);
  }

  @Test
  void aShortOptionNeedsWhatItWouldCostAtTheWorstEnd() {
    Strategy put = strategies.sell(PUT, 95, MONTH);
    double cost =
        BlackScholes.price(PUT, 85, 95, MONTH, 0, 0, VOLATILITY) - put.legs().getFirst().premium();
    assertThat(equity(put)).isCloseTo(100 * cost, CENT);
  }

  /** Who sold a butterfly around 106 loses most there, two steps up, and next to nothing at 115. */
  @Test
  void theWorstScenarioNeedNotBeTheFarthest() {
    double days = 3 / 365.0;
    Strategy sold = strategies.butterfly(CALL, 100, 106, 112, days, -1);
    double there =
        StrategyGreeks.of(sold, 106, 0, 0, VOLATILITY).value()
            - StrategyGreeks.of(sold, 100, 0, 0, VOLATILITY).value();
    assertThat(-there).isGreaterThan(200);
    assertThat(equity(sold)).isCloseTo(-there, within(1e-3));
  }

  @Test
  void everyContractNeedsAMinimum() {
    Strategy far = Strategy.named("far").leg(CALL, 500, MONTH, -3, .01).build();
    assertThat(new PortfolioMargin(.15, .15, 0).requirement(far, 100, 0, 0)).isLessThan(112.5);
    assertThat(new PortfolioMargin(.01, .01, 37.5).requirement(far, 100, 0, 0))
        .isCloseTo(112.5, CENT);
  }

  @Test
  void hedgedPositionsNeedLessThanTheirParts() {
    double shares = equity(Strategy.named("shares").shares(100, 100).build());
    assertThat(equity(strategies.collar(95, 105, MONTH))).isLessThan(shares / 2);
    for (Strategy strategy : EveryStrategy.of(strategies, MONTH)) {
      double parts = Math.abs(strategy.shares()) / 100 * shares;
      for (var leg : strategy.legs()) {
        parts +=
            equity(
                Strategy.named("leg")
                    .leg(leg.type(), leg.strike(), leg.years(), leg.contracts(), leg.premium())
                    .build());
      }
      assertThat(equity(strategy)).as(strategy.name()).isBetween(0.0, parts + 1e-6);
    }
  }

  @Test
  void movesOutOfRangeAreNamed() {
    for (double fall : new double[] {0, 1, -0.1, Double.NaN}) {
      assertThatThrownBy(() -> new PortfolioMargin(fall, .15, 0)).hasMessageContaining("fall");
    }
    for (double rise : new double[] {0, -0.1, Double.POSITIVE_INFINITY, Double.NaN}) {
      assertThatThrownBy(() -> new PortfolioMargin(.1, rise, 0)).hasMessageContaining("rise");
    }
    for (double least : new double[] {-0.01, Double.NaN}) {
      assertThatThrownBy(() -> new PortfolioMargin(.1, .1, least))
          .hasMessageContaining("perContract");
    }
    assertThat(new PortfolioMargin(.1, 2, 0).rise()).isEqualTo(2);
  }
}
