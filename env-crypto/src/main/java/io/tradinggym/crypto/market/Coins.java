package io.tradinggym.crypto.market;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which coin a file is of, and in which steps it trades. */
final class Coins {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
  private static final List<String> QUOTES = List.of("USDT", "USDC", "USD");

  /** Digits of a price beyond the first. */
  private static final int DIGITS = 5;

  private static final int MOST_DECIMALS = 8;

  private Coins() {}

  /** The coin of a file: of the first word in capitals, BTC of BTCUSDT; COIN if there is none. */
  static String code(String file) {
    Matcher words = WORD.matcher(file.replace('_', ' '));
    while (words.find()) {
      String word = words.group();
      String code = word.toUpperCase(Locale.ROOT);
      for (String quote : QUOTES) {
        int at = code.indexOf(quote);
        if (at > 1) {
          return code.substring(0, at);
        }
      }
      if (word.matches("[A-Z]{2,6}") && !QUOTES.contains(word)) {
        return word;
      }
    }
    return "COIN";
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
