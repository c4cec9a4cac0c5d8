package io.tradinggym.options.margin;

import static io.tradinggym.options.margin.ExchangeMargin.BROAD_INDEX;
import static io.tradinggym.options.margin.ExchangeMargin.EQUITY;
import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.strategy.Premiums;
import io.tradinggym.options.strategy.Strategies;
import io.tradinggym.options.strategy.Strategy;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeMarginTest {
  private static final Offset<Double> CENT = within(1e-6);
  private static final double MONTH = 30 / 365.0;

  @ParameterizedTest
  @CsvSource({
    "CALL, 415, 300, 115.75, 1, 19875", "PUT, 415, 300, .45, 1, 3045",
        "CALL, 415, 390, 27.5, 1, 11050",
    "PUT, 415, 390, 1.85, 1, 5985", "CALL, 415, 430, .85, 1, 6885", "PUT, 415, 430, 16.8, 1, 9980",
    "CALL, 196, 192, 14, 2, 10640", "CALL, 180, 192, 14, 2, 7600", "PUT, 182, 192, 14, 2, 10080",
    "PUT, 196, 192, 14, 2, 9840"
  })
  void nakedEquityOptionsNeedTheReferenceMargin(
      OptionType type, double spot, double strike, double mark, int contracts, double expected) {
    Strategy strategy = Strategy.named("naked").leg(type, strike, MONTH, -contracts, mark).build();
    assertThat(EQUITY.requirement(strategy, spot).initial()).isCloseTo(expected, CENT);
  }

  @ParameterizedTest
  @CsvSource({
    "CALL, 3800, 750, 143250",
    "PUT, 3800, .05, 38005",
    "CALL, 5000, .05, 45505",
    "PUT, 5000, 445, 112750"
  })
  void nakedIndexOptionsNeedTheReferenceMargin(
      OptionType type, double strike, double mark, double expected) {
    Strategy strategy = Strategy.named("naked").leg(type, strike, MONTH, -1, mark).build();
    assertThat(BROAD_INDEX.requirement(strategy, 4550).initial()).isCloseTo(expected, CENT);
  }

  @Test
  void cboeCalculatorExamples() {
    MarginRequirement put =
        EQUITY.requirement(Strategy.named("short put").leg(PUT, 200, MONTH, -1, 1.20).build(), 209);
    assertThat(put.initial()).isCloseTo(3400, CENT);
    assertThat(put.proceeds()).isCloseTo(120, CENT);
    assertThat(put.call()).isCloseTo(3280, CENT);
    Strategy spread =
        Strategy.named("put spread")
            .leg(PUT, 120, MONTH, 1, .80)
            .leg(PUT, 125, MONTH, -1, 1.24)
            .build();
    MarginRequirement credit = EQUITY.requirement(spread, 128);
    assertThat(credit.initial()).isCloseTo(580, CENT);
    assertThat(credit.proceeds()).isCloseTo(124, CENT);
    assertThat(credit.call()).isCloseTo(456, CENT);
  }

  @Test
  void ironCondorPaysForItsWiderSideOnly() {
    Strategy condor =
        Strategy.named("iron condor")
            .leg(PUT, 90, MONTH, 1, .5)
            .leg(PUT, 95, MONTH, -1, 1.2)
            .leg(CALL, 105, MONTH, -1, 1.1)
            .leg(CALL, 112, MONTH, 1, .4)
            .build();
    MarginRequirement requirement = EQUITY.requirement(condor, 100);
    assertThat(requirement.maintenance()).isCloseTo(700, CENT);
    assertThat(requirement.call()).isCloseTo(560, CENT);
  }

  @Test
  void shortStranglePaysForTheGreaterSideAndTheMarkOfTheOther() {
    Strategy strangle =
        Strategy.named("short strangle")
            .leg(CALL, 105, MONTH, -1, 1.10)
            .leg(PUT, 95, MONTH, -1, 1.00)
            .build();
    assertThat(EQUITY.requirement(strangle, 100).initial()).isCloseTo(1710, CENT);
  }

  @Test
  void coveredCallNeedsTheSharesMarginOnly() {
    Strategy covered =
        Strategy.named("covered call").leg(CALL, 105, MONTH, -1, 2).shares(100, 100).build();
    MarginRequirement requirement = EQUITY.requirement(covered, 100);
    assertThat(requirement.call()).isCloseTo(4800, CENT);
    assertThat(requirement.maintenance()).isCloseTo(2500, CENT);
    Strategy deep =
        Strategy.named("covered call").leg(CALL, 80, MONTH, -1, 21).shares(100, 100).build();
    assertThat(EQUITY.requirement(deep, 100).maintenance())
        .as("valued at the strike")
        .isCloseTo(2000, CENT);
  }

  @Test
  void protectedSharesNeedLess() {
    Strategy put =
        Strategy.named("protective put").leg(PUT, 95, MONTH, 1, 1).shares(100, 100).build();
    assertThat(EQUITY.requirement(put, 100).maintenance())
        .as("10% of strike + 5")
        .isCloseTo(1450, CENT);
    Strategy collar =
        Strategy.named("collar")
            .leg(PUT, 95, MONTH, 1, 1)
            .leg(CALL, 105, MONTH, -1, 1)
            .shares(100, 100)
            .build();
    assertThat(EQUITY.requirement(collar, 100).maintenance()).isCloseTo(1450, CENT);
    Strategy farPut =
        Strategy.named("protective put").leg(PUT, 60, MONTH, 1, .1).shares(100, 100).build();
    assertThat(EQUITY.requirement(farPut, 100).maintenance())
        .as("25% of the stock")
        .isCloseTo(2500, CENT);
  }

  @Test
  void spreadsNeedTheirLargestLossOfIntrinsicValue() {
    Strategies s = new Strategies(Premiums.blackScholes(410, .02, 0, .25), 410);
    assertThat(maintenance(s.bullPutSpread(300, 310, MONTH))).isCloseTo(1000, CENT);
    assertThat(maintenance(s.bearCallSpread(300, 310, MONTH))).isCloseTo(1000, CENT);
    assertThat(maintenance(s.butterfly(CALL, 300, 310, 320, MONTH, -1))).isCloseTo(1000, CENT);
    assertThat(maintenance(s.butterfly(CALL, 300, 310, 320, MONTH, 1))).isZero();
    assertThat(maintenance(s.bullCallSpread(300, 310, MONTH))).isZero();
    assertThat(maintenance(s.straddle(300, MONTH, 1))).isZero();
    assertThat(maintenance(s.calendar(CALL, 300, MONTH, 2 * MONTH))).isZero();
    Strategy shortBox =
        Strategy.named("short box")
            .leg(CALL, 300, MONTH, -1, 112)
            .leg(CALL, 310, MONTH, 1, 102)
            .leg(PUT, 300, MONTH, 1, .1)
            .leg(PUT, 310, MONTH, -1, .2)
            .build();
    assertThat(maintenance(shortBox)).isCloseTo(1000, CENT);
  }

  @Test
  void aLongLegThatExpiresFirstCoversNothing() {
    Strategy shortCalendar =
        Strategy.named("short calendar")
            .leg(CALL, 400, MONTH, 1, 15)
            .leg(CALL, 400, 2 * MONTH, -1, 20)
            .build();
    assertThat(maintenance(shortCalendar)).isCloseTo(100 * (20 + 82), CENT);
  }

  @Test
  void ratioSpreadIsNakedInItsExcess() {
    Strategy ratio =
        Strategy.named("ratio spread")
            .leg(CALL, 410, MONTH, 1, 12)
            .leg(CALL, 430, MONTH, -2, 5)
            .build();
    assertThat(maintenance(ratio)).isCloseTo(100 * (5 + 82 - 20), CENT);
  }

  @Test
  void leverageAndLongDatedOptionsHaveTheirOwnRates() {
    assertThat(EQUITY.leveraged(3).naked(CALL, 100, 100, 5)).isCloseTo(65, CENT);
    Strategy leaps = Strategy.named("long call").leg(CALL, 100, 1, 1, 10).build();
    assertThat(EQUITY.requirement(leaps, 100).initial()).isCloseTo(750, CENT);
    Strategy put = Strategy.named("short put").leg(PUT, 95, MONTH, -1, 1).build();
    assertThat(ExchangeMargin.cashSecuredPut(put.legs().getFirst(), 100)).isCloseTo(9400, CENT);
  }

  private static double maintenance(Strategy strategy) {
    return EQUITY.requirement(strategy, 410).maintenance();
  }

  /** Twice the percentage and twice the minimum: 40 % of 100 and the mark, 20 % of the strike far away. */
  @Test
  void aLeveragedFundNeedsSoMuchMore() {
    ExchangeMargin twice = EQUITY.leveraged(2);
    assertThat(twice.naked(CALL, 100, 100, 3)).isCloseTo(43, CENT);
    assertThat(twice.naked(PUT, 100, 50, 1)).isCloseTo(11, CENT);
  }

  /** At nine months it is paid in full, beyond them three quarters. */
  @Test
  void aQuarterIsLentBeyondNineMonthsOnly() {
    assertThat(EQUITY.requirement(bought(0.75), 100).initial()).isCloseTo(1_000, CENT);
    assertThat(EQUITY.requirement(bought(0.76), 100).initial()).isCloseTo(750, CENT);
  }

  private static Strategy bought(double years) {
    return Strategy.named("bought").leg(CALL, 100, years, 1, 10).build();
  }

  /** Half of what is held, one and a half of what is sold short. */
  @Test
  void sharesNeedHalfTheirWorthBeyondWhatTheyBroughtIn() {
    Strategy held = Strategy.named("held").shares(100, 100).build();
    assertThat(EQUITY.requirement(held, 80).initial()).isCloseTo(4_000, CENT);
    Strategy sold = Strategy.named("sold").shares(-100, 100).build();
    assertThat(EQUITY.requirement(sold, 80).initial()).isCloseTo(12_000, CENT);
  }
}
