package io.tradinggym.options.analysis;

import io.tradinggym.options.surface.EarningsJump;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Judges a chain's volatility. */
final class VolatilityViews {
  private static final int USUAL_DAYS = 30;
  private static final double DAYS_PER_YEAR = 365;
  private static final int WEEK = 7;

  private final ChainVolatility volatility;
  private final AnalyzerSettings settings;

  VolatilityViews(ChainVolatility volatility, AnalyzerSettings settings) {
    this.volatility = volatility;
    this.settings = settings;
  }

  VolatilityView of(OptionalDouble historical, Optional<LocalDate> earnings) {
    int expiry = expiry();
    double implied = volatility.atTheMoney(expiry).orElseThrow();
    OptionalInt days = earnings.map(this::days).orElse(OptionalInt.empty());
    OptionalDouble ratio =
        historical.isPresent() && historical.getAsDouble() > 0
            ? OptionalDouble.of(implied / historical.getAsDouble())
            : OptionalDouble.empty();
    return new VolatilityView(
        implied,
        ChainVolatility.date(expiry),
        historical,
        ratio,
        ratio.isPresent() ? Optional.of(level(ratio.getAsDouble())) : Optional.empty(),
        days,
        crush(ratio, days),
        expectedMove(days));
  }

  private OptionalInt days(LocalDate earnings) {
    LocalDate date = volatility.chain().date();
    if (earnings.isBefore(date)) {
      throw new IllegalArgumentException(
          "earnings must not be before the chain's date " + date + ", was " + earnings);
    }
    return OptionalInt.of((int) (earnings.toEpochDay() - date.toEpochDay()));
  }

  /** The expiry nearest to 30 days that has a volatility at the money. */
  private int expiry() {
    return Arrays.stream(volatility.expiryDays())
        .boxed()
        .sorted(Comparator.comparingInt(day -> Math.abs(volatility.days(day) - USUAL_DAYS)))
        .filter(day -> volatility.atTheMoney(day).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no expiry of the chain has calls on both sides of the spot with a"
                        + " volatility"));
  }

  private VolatilityLevel level(double ratio) {
    return ratio < settings.cheap()
        ? VolatilityLevel.CHEAP
        : ratio > settings.expensive() ? VolatilityLevel.EXPENSIVE : VolatilityLevel.FAIR;
  }

  private CrushRisk crush(OptionalDouble ratio, OptionalInt days) {
    boolean high = ratio.isPresent() && ratio.getAsDouble() > settings.crushRatio();
    boolean near = days.isPresent() && days.getAsInt() <= settings.crushDays();
    return high && near ? CrushRisk.HIGH : high || near ? CrushRisk.MEDIUM : CrushRisk.LOW;
  }

  /**
   * By the first two expiries after the announcement that lie at least a week apart; farther ahead the ordinary slope
   * of the term structure hides the jump.
   */
  private OptionalDouble expectedMove(OptionalInt days) {
    if (days.isEmpty() || days.getAsInt() > USUAL_DAYS) {
      return OptionalDouble.empty();
    }
    int[] after =
        Arrays.stream(volatility.expiryDays())
            .filter(day -> volatility.days(day) > days.getAsInt())
            .filter(day -> volatility.atTheMoney(day).isPresent())
            .toArray();
    for (int i = 1; i < after.length; i++) {
      double near = volatility.days(after[0]) / DAYS_PER_YEAR;
      double far = volatility.days(after[i]) / DAYS_PER_YEAR;
      if (after[i] - after[0] >= WEEK) {
        double deviation =
            EarningsJump.fromTermStructure(
                    volatility.atTheMoney(after[0]).orElseThrow(),
                    near,
                    volatility.atTheMoney(after[i]).orElseThrow(),
                    far)
                .deviation();
        return deviation > 0
            ? OptionalDouble.of(new EarningsJump(0, deviation).expectedMove())
            : OptionalDouble.empty();
      }
    }
    return OptionalDouble.empty();
  }
}
