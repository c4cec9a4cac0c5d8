package io.tradinggym.options.margin;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.options.pricing.OptionType;
import org.junit.jupiter.api.Test;

/** Which position covers which, with the share at 100, by hand; a naked call needs its mark and 20 less its way. */
class MarginBookTest {
  private final MarginBook book = new MarginBook(ExchangeMargin.EQUITY, 8);

  /** Columns are type, strike, years, units, mark; in the order given, then in the reverse. */
  private void needs(double margin, double shares, Object[]... legs) {
    for (boolean reverse : new boolean[] {false, true}) {
      book.clear(100, shares);
      for (int i = 0; i < legs.length; i++) {
        Object[] leg = legs[reverse ? legs.length - 1 - i : i];
        book.add((OptionType) leg[0], (int) leg[1], (double) leg[2], (int) leg[3], (int) leg[4]);
      }
      book.work();
      assertThat(book.margin()).as("reverse %s", reverse).isCloseTo(margin, within(1e-9));
    }
  }

  private static Object[] leg(OptionType type, int strike, double years, int units, int mark) {
    return new Object[] {type, strike, years, units, mark};
  }

  @Test
  void sharesCoverTheCallThatNeedsMost() {
    // 2 and 15 a share for the one at 105.
    needs(1_700, 100, leg(CALL, 105, 0.1, -100, 2), leg(CALL, 100, 0.1, -100, 3));
    assertThat(book.notCounted()).isZero();
  }

  @Test
  void sharesAreUsedUp() {
    // Half of the call at 100 is naked, at 23.
    needs(50 * 23, 150, leg(CALL, 100, 0.1, -100, 3), leg(CALL, 95, 0.1, -100, 6));
    assertThat(book.notCounted()).isEqualTo(500);
  }

  @Test
  void aLongCallCoversOnce() {
    needs(
        500 + 1_600,
        0,
        leg(CALL, 106, 0.1, -100, 2),
        leg(CALL, 105, 0.1, -100, 2),
        leg(CALL, 110, 0.1, 100, 1));
  }

  @Test
  void ofEqualOnesTheEarlierIsServedFirst() {
    needs(
        0,
        0,
        leg(CALL, 105, 0.5, -100, 2),
        leg(CALL, 100, 0.5, 100, 4),
        leg(CALL, 105, 0.1, -100, 2),
        leg(CALL, 100, 0.1, 100, 4));
  }

  @Test
  void ofEqualOnesOfOneExpiryTheLowerStrikeIsServedFirst() {
    // Both need 1 and a tenth of 100; 125 less 120 is left to lose, and the other is naked.
    needs(
        500 + 1_100,
        0,
        leg(CALL, 130, 0.1, -100, 1),
        leg(CALL, 120, 0.1, -100, 1),
        leg(CALL, 125, 0.1, 100, 1));
  }

  @Test
  void theGreaterSideTakesTheMarkOfTheOther() {
    needs(2_300 + 100, 0, leg(CALL, 110, 0.1, -100, 1), leg(PUT, 100, 0.1, -100, 3));
    needs(2_300 + 100, 0, leg(PUT, 90, 0.1, -100, 1), leg(CALL, 100, 0.1, -100, 3));
  }

  @Test
  void sharesUnderCallsAndPutsAreKeptInParts() {
    needs(
        0,
        300,
        leg(CALL, 90, 0.1, -100, 11),
        leg(CALL, 105, 0.1, -100, 2),
        leg(PUT, 95, 0.1, 50, 1));
    // 50 under the put: 9.5 and 5 down to it; 50 called at 90: a quarter of that; 200 at 25.
    assertThat(book.shareMaintenance()).isCloseTo(50 * 14.5 + 50 * 22.5 + 200 * 25, within(1e-9));
    assertThat(book.notCounted()).isEqualTo(1_000);
  }

  @Test
  void theHigherPutProtectsFirstAndEachAsFarAsItGoes() {
    needs(0, 200, leg(PUT, 90, 0.1, 100, 1), leg(PUT, 95, 0.1, 50, 1));
    assertThat(book.shareMaintenance()).isCloseTo(50 * 14.5 + 100 * 19 + 50 * 25, within(1e-9));
  }
}
