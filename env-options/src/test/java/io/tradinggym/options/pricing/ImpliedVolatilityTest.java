package io.tradinggym.options.pricing;

import static io.tradinggym.options.pricing.ImpliedVolatility.Outcome.ABOVE_MAX;
import static io.tradinggym.options.pricing.ImpliedVolatility.Outcome.BELOW_INTRINSIC;
import static io.tradinggym.options.pricing.ImpliedVolatility.Outcome.LOW_INFORMATION;
import static io.tradinggym.options.pricing.ImpliedVolatility.Outcome.OK;
import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpliedVolatilityTest {
  private static final double ROUND_TRIP = 1e-12;

  /** Relative: the vectors carry 17 digits and a price rounding is worth less than that in volatility. */
  private static final double VECTOR_PERCENT = 100 * 3e-15;

  @ParameterizedTest
  @CsvSource({
    "CALL, 100, 100, .5, .2, 5.6371977797016624",
    "CALL, 100, 100, 1, 1e-4, .0039894228023520673",
    "CALL, 100, 200, .25, .2, 4.0829666315878704e-12",
    "PUT, 100, 50, 1, .1, 2.0414833157939352e-12",
    "CALL, 100, 300, .083333333333333333, .3, 4.1427902649932278e-37",
    "CALL, 100, 1000, 1, .5, 6.3400895081251025e-5",
    "CALL, 100, 120, .00273972602739726, .6, 1.8032068182577364e-9"
  })
  void recoversTheVolatilityOfFortyDigitPrices(
      OptionType type, double f, double k, double t, double sigma, double price) {
    ImpliedVolatility implied = ImpliedVolatility.of(type, price, f, k, t, 0, 0);
    assertThat(implied.outcome()).isEqualTo(OK);
    assertThat(implied.volatility()).isCloseTo(sigma, withinPercentage(VECTOR_PERCENT));
  }

  @Test
  void recoversAsMuchAsAPriceNearItsMaximumCarries() {
    double price = 99.92037698424092;
    double vega = BlackScholes.vega(100, 100, 5, 0, 0, 3);
    assertThat(ImpliedVolatility.of(CALL, price, 100, 100, 5, 0, 0).volatility())
        .isCloseTo(3, within(Math.ulp(price) / vega + 1e-15));
  }

  @Test
  void roundTripKeepsTwelveDigits() {
    SplittableRandom random = new SplittableRandom(4);
    int tried = 0;
    while (tried < 300_000) {
      double volatility = Math.exp(random.nextDouble(Math.log(1e-4), Math.log(5)));
      double x =
          random.nextDouble() < 0.3 ? random.nextDouble(-0.01, 0.01) : random.nextDouble(-5, 5);
      double years = Math.exp(random.nextDouble(Math.log(1.0 / 365), Math.log(10)));
      double strike = Math.exp(-x);
      OptionType type = x < 0 ? CALL : PUT;
      double price = BlackScholes.price(type, 1, strike, years, 0, 0, volatility);
      double bound = type == CALL ? 1 : strike;
      double carried = Math.ulp(price) / BlackScholes.vega(1, strike, years, 0, 0, volatility);
      if (price < 1e-300 || price >= bound || carried > ROUND_TRIP * volatility / 4) {
        continue;
      }
      tried++;
      double back = ImpliedVolatility.of(type, price, 1, strike, years, 0, 0).volatility();
      if (!(Math.abs(back / volatility - 1) <= ROUND_TRIP)) {
        assertThat(back)
            .as("x %s years %s price %s", x, years, price)
            .isCloseTo(volatility, within(ROUND_TRIP * volatility));
      }
    }
  }

  @Test
  void inTheMoneyPricesGiveWhatTheirDigitsCarry() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 20_000; i++) {
      double volatility = random.nextDouble(0.05, 1);
      double strike = random.nextDouble(40, 100);
      double price = BlackScholes.price(CALL, 100, strike, 0.5, 0.03, 0.01, volatility);
      double vega = BlackScholes.vega(100, strike, 0.5, 0.03, 0.01, volatility);
      ImpliedVolatility implied = ImpliedVolatility.of(CALL, price, 100, strike, 0.5, 0.03, 0.01);
      if (implied.outcome() == OK) {
        double carried = 4 * Math.ulp(100.0) / vega + 4e-15 * volatility;
        // Where one rounding moves the volatility noticeably, vega itself changes on the way.
        assertThat(implied.volatility()).isCloseTo(volatility, within(1.2 * carried));
      }
    }
  }

  @Test
  void saysWhyThereIsNoVolatility() {
    assertThat(ImpliedVolatility.of(CALL, 9.99, 110, 100, 1, 0, 0).outcome())
        .isEqualTo(BELOW_INTRINSIC);
    assertThat(ImpliedVolatility.of(PUT, -0.01, 110, 100, 1, 0, 0).outcome())
        .isEqualTo(BELOW_INTRINSIC);
    assertThat(ImpliedVolatility.of(PUT, Double.NaN, 110, 100, 1, 0, 0).outcome())
        .isEqualTo(BELOW_INTRINSIC);
    assertThat(ImpliedVolatility.of(CALL, 110, 110, 100, 1, 0, 0).outcome()).isEqualTo(ABOVE_MAX);
    assertThat(ImpliedVolatility.of(PUT, 100, 110, 100, 1, 0, 0).outcome()).isEqualTo(ABOVE_MAX);
    assertThat(ImpliedVolatility.of(PUT, 100, 110, 100, 1, 0, 0).volatility()).isNaN();
  }

  @Test
  void flagsPricesWhoseLastDigitDecides() {
    double deepInTheMoney = BlackScholes.price(CALL, 100, 20, 0.1, 0, 0, 0.62);
    assertThat(ImpliedVolatility.of(CALL, deepInTheMoney, 100, 20, 0.1, 0, 0).outcome())
        .isEqualTo(LOW_INFORMATION);
    assertThat(ImpliedVolatility.of(CALL, 10, 110, 100, 1, 0, 0))
        .isEqualTo(new ImpliedVolatility(LOW_INFORMATION, 0));
    assertThat(ImpliedVolatility.of(PUT, 0, 110, 100, 1, 0, 0))
        .isEqualTo(new ImpliedVolatility(LOW_INFORMATION, 0));
  }

  /** One rounding of the price over its vega is the volatility that it decides about. */
  @Test
  void flagsExactlyWhatOneRoundingMovesByAMillionth() {
    int flagged = 0;
    int exact = 0;
    for (double spot = 60; spot <= 170; spot += 2.5) {
      for (double sigma : new double[] {0.05, 0.08, 0.12, 0.2}) {
        double price = BlackScholes.price(CALL, spot, 100, 0.25, 0.03, 0.01, sigma);
        ImpliedVolatility implied = ImpliedVolatility.of(CALL, price, spot, 100, 0.25, 0.03, 0.01);
        if (implied.outcome().hasVolatility() && implied.volatility() > 0) {
          double found = implied.volatility();
          double vega = BlackScholes.vega(spot, 100, 0.25, 0.03, 0.01, found);
          double moved = Math.ulp(price) / vega / found;
          boolean low = implied.outcome() == LOW_INFORMATION;
          assertThat(low).as("spot %s, volatility %s", spot, sigma).isEqualTo(moved > 1e-6);
          flagged += low ? 1 : 0;
          exact += low ? 0 : 1;
        }
      }
    }
    assertThat(flagged).isGreaterThan(5);
    assertThat(exact).isGreaterThan(50);
  }

  @Test
  void numbersThatAreNoContractAreNamed() {
    double[] right = {100, 100, 1, 0.03, 0.01};
    String[] names = {"spot", "strike", "years", "rate", "dividendYield"};
    for (int i = 0; i < 5; i++) {
      double[] wrongs =
          i < 3
              ? new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}
              : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
      for (double value : wrongs) {
        double[] a = right.clone();
        a[i] = value;
        String message = names[i] + " must be " + (i < 3 ? "positive and " : "") + "finite, was ";
        assertThatThrownBy(() -> ImpliedVolatility.of(CALL, 5, a[0], a[1], a[2], a[3], a[4]))
            .hasMessage(message + value);
        assertThatThrownBy(() -> ImpliedVolatility.solve(CALL, 5, a[0], a[1], a[2], a[3], a[4]))
            .hasMessage(message + value);
      }
    }
  }

  @Test
  void refusesWhatIsNotAContract() {
    assertThatThrownBy(() -> ImpliedVolatility.of(CALL, 1, 100, 100, 0, 0, 0))
        .hasMessage("years must be positive and finite, was 0.0");
  }
}
