package io.tradinggym.options.lifecycle;

import static io.tradinggym.options.lifecycle.Desk.FAR;
import static io.tradinggym.options.lifecycle.Desk.find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Style;
import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.OptionType;
import org.junit.jupiter.api.Test;

class OptimalExerciseTest {
  private static final int CALL = find(Right.CALL, Style.AMERICAN, FAR, 0);
  private static final int PUT = find(Right.PUT, Style.AMERICAN, FAR, 0);
  private static final double RATE = 0.05;
  private static final double VOLATILITY = 0.2;

  private final OptimalExercise holders = new OptimalExercise(RATE, VOLATILITY);

  private static boolean worthwhile(
      EarlyExercise holders, int option, double spot, double dividend, double years) {
    Account account = Desk.account();
    account.mark(Desk.SHARE, Math.round(100 * spot));
    return holders.worthwhile(account, option, dividend, years);
  }

  @Test
  void aCallIsExercisedForADividendAboveItsTimeValueOnly() {
    double spot = 130;
    double years = 30 / 365.0;
    // Kept, it is worth at least the European call on the share without its dividend.
    for (double dividend = 0; dividend < 3; dividend += 0.05) {
      double kept =
          BlackScholes.price(OptionType.CALL, spot - dividend, 120, years, RATE, 0, VOLATILITY);
      boolean gains = 10 > kept;
      // A tree of 101 steps is a tenth of a cent from the formula.
      if (Math.abs(10 - kept) > 0.002) {
        assertThat(worthwhile(holders, CALL, spot, dividend, years))
            .as("dividend %s", dividend)
            .isEqualTo(gains);
      }
    }
  }

  @Test
  void aCallIsNotExercisedWithoutADividend() {
    assertThat(worthwhile(holders, CALL, 500, 0, 1 / 365.0)).isFalse();
  }

  /**
   * The free boundary of the perpetual put, 2r/(2r + s^2) K = 85.7, lies below that of any expiry; the strike above.
   */
  @Test
  void aPutIsExercisedBelowABoundaryThatRisesToTheStrike() {
    double before = 120 * 2 * RATE / (2 * RATE + VOLATILITY * VOLATILITY);
    for (double years : new double[] {10, 3, 1, 0.25, 0.02}) {
      double boundary = 120;
      while (!worthwhile(holders, PUT, boundary, 0, years)) {
        boundary -= 0.1;
      }
      assertThat(boundary).as("%s years", years).isBetween(before - 0.2, 120.0);
      before = boundary;
    }
    assertThat(before).isGreaterThan(110);
  }

  @Test
  void aPutIsNeverExercisedTheEveningBeforeAnExDate() {
    assertThat(worthwhile(holders, PUT, 40, 0, 0.25)).isTrue();
    assertThat(worthwhile(holders, PUT, 40, 0.5, 0.25)).isFalse();
  }

  @Test
  void aPutIsNotExercisedWithoutInterest() {
    assertThat(worthwhile(new OptimalExercise(0, VOLATILITY), PUT, 1, 0, 0.25)).isFalse();
  }

  @Test
  void numbersThatCannotBeAreNamed() {
    assertThatThrownBy(() -> new OptimalExercise(-0.01, 0.2)).hasMessageContaining("-0.01");
    assertThatThrownBy(() -> new OptimalExercise(0.01, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> worthwhile(holders, CALL, 130, 131, 0.1)).hasMessageContaining("131");
    assertThatThrownBy(() -> new AssignmentLaw(1.5, 0)).hasMessageContaining("optimal");
  }
}
