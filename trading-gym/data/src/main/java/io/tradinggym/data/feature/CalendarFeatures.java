package io.tradinggym.data.feature;

import static io.tradinggym.data.feature.Formula.define;

import java.util.List;
import java.util.function.LongToDoubleFunction;

/** What the date of a bar says: its day by UTC at the moment before the close. */
final class CalendarFeatures {
  private static final long DAY = 86_400_000;

  private CalendarFeatures() {}

  static List<Formula> all() {
    return List.of(
        make("dayOfWeek", "1 Monday .. 7 Sunday", "1..7", day -> Math.floorMod(day + 3, 7) + 1),
        make("dayOfMonth", "1 .. 31", "1..31", day -> Civil.of(day) % 100),
        make("monthOfYear", "1 .. 12", "1..12", day -> Civil.of(day) / 100 % 100),
        make(
            "daysToMonthEnd",
            "calendar days to the month's last",
            "days",
            day -> Civil.daysInMonth(day) - Civil.of(day) % 100),
        make(
            "turnOfMonth",
            "the last day or one of the first three",
            "flag",
            CalendarFeatures::turn),
        make(
            "daysToOptionExpiry",
            "calendar days to the next third Friday",
            "days",
            Civil::daysToThirdFriday),
        make(
            "yearSine",
            "sin(2 pi day of year / 365.25)",
            "-1..1",
            day -> StrictMath.sin(Civil.yearAngle(day))),
        make(
            "yearCosine",
            "cos(2 pi day of year / 365.25)",
            "-1..1",
            day -> StrictMath.cos(Civil.yearAngle(day))));
  }

  private static double turn(long day) {
    int date = Civil.of(day) % 100;
    return date <= 3 || date == Civil.daysInMonth(day) ? 1 : 0;
  }

  private static Formula make(String name, String formula, String unit, LongToDoubleFunction of) {
    return define(
        name,
        "",
        formula,
        unit,
        "Gregorian calendar",
        (g, a) ->
            g.column(
                name,
                0,
                (out, from, to) -> {
                  long[] times = g.times();
                  for (int t = from; t < to; t++) {
                    out[t] = of.applyAsDouble(Math.floorDiv(times[t] - 1, DAY));
                  }
                },
                g.close()));
  }
}
