package io.tradinggym.data.feature;

/** Gregorian dates by arithmetic alone: a date object for every bar would be garbage. */
final class Civil {
  private Civil() {}

  /**
   * Day of the epoch to {@code year x 10000 + month x 100 + day}: eras of 400 years that begin in March, so that the
   * leap day is the last.
   */
  static int of(long epochDay) {
    long z = epochDay + 719_468;
    long era = Math.floorDiv(z, 146_097L);
    long dayOfEra = z - era * 146_097;
    long year = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    long dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100);
    long shifted = (5 * dayOfYear + 2) / 153;
    long day = dayOfYear - (153 * shifted + 2) / 5 + 1;
    long month = shifted < 10 ? shifted + 3 : shifted - 9;
    return (int) ((year + era * 400 + (month <= 2 ? 1 : 0)) * 10_000 + month * 100 + day);
  }

  static int daysInMonth(long epochDay) {
    int date = of(epochDay);
    int month = date / 100 % 100;
    if (month == 2) {
      int year = date / 10_000;
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  /** 0 on the third Friday of a month itself. */
  static int daysToThirdFriday(long epochDay) {
    int date = of(epochDay) % 100;
    long first = epochDay - date + 1;
    long third = third(first);
    if (third < epochDay) {
      third = third(first + daysInMonth(epochDay));
    }
    return (int) (third - epochDay);
  }

  private static long third(long firstOfMonth) {
    // 1970-01-01 was a Thursday, so that day 1 was a Friday.
    return firstOfMonth + Math.floorMod(1 - firstOfMonth, 7L) + 14;
  }

  static double yearAngle(long epochDay) {
    int date = of(epochDay);
    int month = date / 100 % 100;
    int day = date % 100;
    // Days before the month, February taken as 28.25 days long.
    int sinceMarch = (153 * (month - 3) + 2) / 5;
    double before = month <= 2 ? 31.0 * (month - 1) : 59.25 + sinceMarch;
    return 2 * Math.PI * (before + day) / 365.25;
  }
}
