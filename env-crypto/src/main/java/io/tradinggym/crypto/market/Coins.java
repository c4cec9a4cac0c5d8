package io.tradinggym.crypto.market;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which coin a file is of, and in which steps it trades. */
final class Coins {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
  private static final List<String> QUOTES =
      List.of("USDT", "USDC", "BUSD", "FDUSD", "TUSD", "USD", "DAI");

  /** What else coins are quoted in. */
  private static final List<String> OTHER_QUOTES =
      List.of(
          "BTC", "XBT", "ETH", "BNB", "EUR", "GBP", "JPY", "KRW", "TRY", "BRL", "AUD", "CAD", "CHF",
          "RUB", "INR");

  /** Digits of a price beyond the first. */
  private static final int DIGITS = 5;

  private static final int MOST_DECIMALS = 8;

  /** The code of what names no coin. */
  static final String NONE = "COIN";

  private Coins() {}

  /** The coin of a file: BTC of BTCUSDT, else the first word in capitals; {@link #NONE} if there is none. */
  static String code(String file) {
    List<String> words =
        WORD.matcher(file.replace('_', ' ')).results().map(MatchResult::group).toList();
    for (String word : words) {
      String code = word.toUpperCase(Locale.ROOT);
      for (String quote : QUOTES) {
        int at = code.indexOf(quote);
        if (at > 1) {
          return usual(code.substring(0, at));
        }
      }
    }
    return words.stream()
        .filter(word -> word.matches("[A-Z]{2,6}") && !QUOTES.contains(word))
        .findFirst()
        .map(Coins::usual)
        .orElse(NONE);
  }

  /** Some venues have a name of their own for Bitcoin. */
  private static String usual(String code) {
    return code.equals("XBT") ? "BTC" : code;
  }

  /** Whether two names are of different coins; what names none is of any. */
  static boolean differ(String one, String other) {
    return !code(one).equals(NONE) && !code(other).equals(NONE) && !same(one, other);
  }

  /**
   * Asks that prices are in dollars, or a coin that stands for one.
   *
   * @param name of a file, or a symbol such as {@code ETH/BTC}
   * @throws IllegalArgumentException naming the currency, if the name says another
   */
  static void requireDollars(String name) {
    String[] words = name.replace('_', ' ').toUpperCase(Locale.ROOT).split("[^A-Z0-9]+", -1);
    if (Arrays.stream(words).anyMatch(word -> QUOTES.stream().anyMatch(word::endsWith))) {
      return;
    }
    for (int i = 0; i < words.length; i++) {
      for (String quote : OTHER_QUOTES) {
        boolean pair = words[i].length() > quote.length() + 1 && words[i].endsWith(quote);
        boolean second = i > 0 && i < 3 && words[i].equals(quote) && words[i - 1].length() > 1;
        if (pair || second) {
          throw new IllegalArgumentException(
              name
                  + " is quoted in "
                  + quote
                  + ": its prices are no dollars; environments trade coins against "
                  + String.join(", ", QUOTES));
        }
      }
    }
  }

  static boolean same(String one, String other) {
    return code(one).equals(code(other));
  }

  /** A coin whose ticks and lots suit its price. */
  static Coin of(String code, double price) {
    int power = 0;
    for (double rest = price; rest >= 10; rest /= 10) {
      power++;
    }
    for (double rest = price; rest < 1 && power > -MOST_DECIMALS; rest *= 10) {
      power--;
    }
    long ticks = tenTo(Math.clamp(DIGITS - power, 0, MOST_DECIMALS));
    long lots = tenTo(Math.clamp(power - 1, 0, MOST_DECIMALS));
    return new Coin(code, price, ticks, lots);
  }

  private static long tenTo(int power) {
    long value = 1;
    for (int i = 0; i < power; i++) {
      value *= 10;
    }
    return value;
  }
}
