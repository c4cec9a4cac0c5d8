package io.tradinggym.options.margin;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.options.pricing.OptionType;
import java.util.Arrays;
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
    // 21 a share for the one at 100, 23 for the later one at 105.
    needs(2_100, 100, leg(CALL, 100, 0.1, -100, 1), leg(CALL, 105, 0.5, -100, 8));
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

  /** 26 a share for the put at 105, 16 for the one at 95, which is naked; 5 in the money under the shares. */
  @Test
  void sharesSoldShortCoverThePutThatNeedsMost() {
    needs(1_600 + 500, -100, leg(PUT, 95, 0.1, -100, 1), leg(PUT, 105, 0.1, -100, 6));
  }

  /** At 95 the spread loses 5; the put at 90 is left to the shares: 9 and the 10 down to it. */
  @Test
  void theHigherPutCoversTheShortOneFirst() {
    needs(
        500,
        100,
        leg(PUT, 90, 0.1, 100, 1),
        leg(PUT, 95, 0.1, 100, 2),
        leg(PUT, 100, 0.1, -100, 3));
    assertThat(book.shareMaintenance()).isCloseTo(100 * 19, within(1e-9));
  }

  /** Both need 17: the near one is covered to 108 and loses 3, the far one, which would lose nothing, is naked. */
  @Test
  void ofEqualOnesTheOneThatExpiresFirstIsCovered() {
    needs(
        300 + 1_700,
        0,
        leg(CALL, 110, 0.5, -100, 7),
        leg(CALL, 105, 0.1, -100, 2),
        leg(CALL, 108, 0.5, 100, 3));
  }

  /**
   * A call spread sold at 100 and 110, a put spread bought at 150 and 140: at 110 they come to nothing, from 150 on
   * 10 are lost. The call at 120 that covers nobody pays 30 there, if it lives as long.
   */
  @Test
  void aLongOptionThatCoversNobodyLimitsTheLossOfWhatItOutlives() {
    Object[][] spreads = {
      leg(CALL, 100, 0.1, -100, 3),
      leg(CALL, 110, 0.1, 100, 1),
      leg(PUT, 140, 0.1, -100, 40),
      leg(PUT, 150, 0.1, 100, 50)
    };
    needs(1_000, 0, spreads);
    for (double years : new double[] {0.05, 0.1, 0.2}) {
      Object[][] more = Arrays.copyOf(spreads, 5);
      more[4] = leg(CALL, 120, years, 100, 1);
      needs(years < 0.1 ? 1_000 : 0, 0, more);
    }
  }

  /** A put spread that was bought has its worth at 0, and owes nothing there. */
  @Test
  void whatASpreadEarnsIsNoLoss() {
    needs(0, 0, leg(PUT, 110, 0.1, 100, 11), leg(PUT, 90, 0.1, -100, 1));
  }

  @Test
  void positionsMayFillTheBook() {
    MarginBook one = new MarginBook(ExchangeMargin.EQUITY, 1);
    one.clear(100, 200);
    one.add(CALL, 90, 0.1, -100, 11);
    one.work();
    assertThat(one.margin()).isZero();
    // The shares that are called count for 90.
    assertThat(one.shareMaintenance()).isEqualTo(0.25 * (9_000 + 10_000));
    assertThat(one.notCounted()).isEqualTo(1_000);
    one.clear(100, 200);
    one.add(PUT, 95, 0.1, 100, 2);
    one.work();
    assertThat(one.margin()).isZero();
    assertThat(one.shareMaintenance()).isCloseTo(100 * 14.5 + 2_500, within(1e-9));
    one.clear(100, 0);
    one.add(CALL, 100, 0.1, -100, 3);
    one.work();
    assertThat(one.margin()).isCloseTo(2_300, within(1e-9));
  }

  @Test
  void whatWasThereBeforeIsForgotten() {
    book.clear(100, 300);
    for (OptionType type : OptionType.values()) {
      book.add(type, 100, 0.5, 300, 5);
      book.add(type, 100, 0.5, -100, 5);
      book.add(type, 105, 0.5, -100, 5);
      book.add(type, 95, 0.5, 50, 5);
    }
    book.work();
    for (OptionType type : OptionType.values()) {
      needs(2_300, 0, leg(type, 100, 0.1, -100, 3));
      assertThat(book.shareMaintenance()).isZero();
      needs(0, 0, leg(type, 100, 0.5, 100, 3));
    }
    needs(1_000, 0, leg(CALL, 100, 0.5, -100, 3), leg(CALL, 110, 0.5, 100, 1));
    needs(0, 100);
    assertThat(book.shareMaintenance()).isEqualTo(2_500);
    needs(0, -100);
    assertThat(book.shareMaintenance()).isEqualTo(13_000);
  }
}
