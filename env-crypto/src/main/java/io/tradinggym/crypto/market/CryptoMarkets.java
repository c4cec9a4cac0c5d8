package io.tradinggym.crypto.market;

import io.tradinggym.crypto.funding.FundingFormula;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.process.Correlation;
import io.tradinggym.market.process.GeometricBrownian;
import io.tradinggym.market.process.Gjr;
import io.tradinggym.market.process.GjrGarch;
import io.tradinggym.market.process.PriceProcess;
import io.tradinggym.market.process.RegimeSwitching;
import io.tradinggym.market.process.Shocks;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Crypto markets by name, for configuration files and the command line; hourly bars, no drift.
 *
 * <pre>
 * | name    | market                                                                                          |
 * | btc     | BTC with clustered volatility, calm and wild regimes, jumps; funding that follows its premium  |
 * | coins:N | N coins of that kind (2), correlation 0.6, 1 to 20                                               |
 * | noise:N | N coins (1) of independent normal returns, no premium, funding 0.01 %                           |
 * | unfunded:N | the same without funding: no policy has an expected profit before costs                     |
 * | carry:B | BTC whose perpetual stands B basis points above spot on average, so that funding is about B - 5 |
 * </pre>
 */
public final class CryptoMarkets {
  private static final double HOURLY_DEVIATION = 0.005;
  private static final double FREEDOM = 4;
  private static final double CORRELATION = 0.6;
  private static final double NOISE_VOLATILITY = 0.6;
  private static final double JUMPS_PER_HOUR = 20 / SimulatedCrypto.HOURS_PER_YEAR;
  private static final double JUMP_MEAN = -0.005;
  private static final double JUMP_DEVIATION = 0.03;
  private static final double BASIS_POINT = 1e-4;
  private static final String NAMES = "btc, coins:N, noise:N, unfunded:N, carry:B";

  private CryptoMarkets() {}

  /**
   * {@return the market of a name}
   *
   * @param name one of the table above, such as {@code coins:3}
   * @param shown which of its instruments an environment trades
   * @throws IllegalArgumentException naming what would be right, if there is none
   */
  public static Market named(String name, Shown shown) {
    String[] parts = name.strip().split(":", 2);
    String rest = parts.length == 1 ? "" : parts[1].strip();
    return switch (parts[0]) {
      case "btc" -> {
        if (!rest.isEmpty()) {
          throw unknown(name);
        }
        yield coins(1, PremiumLaw.HOURLY, shown);
      }
      case "coins" -> coins(count(name, rest, 2), PremiumLaw.HOURLY, shown);
      case "noise" -> noise(count(name, rest, 1), SimulatedCrypto.USUAL, shown);
      case "unfunded" -> noise(count(name, rest, 1), SimulatedCrypto.WITHOUT_INTEREST, shown);
      case "carry" -> {
        double mean = number(name, rest) * BASIS_POINT;
        yield coins(1, PremiumLaw.HOURLY.around(mean), shown);
      }
      default -> throw unknown(name);
    };
  }

  /**
   * {@return the law of coins by the hour: GJR with Student-t shocks, under two regimes, with common jumps}
   *
   * @param coins number of coins, >= 1
   */
  public static PriceProcess hourly(int coins) {
    Gjr law = Gjr.withDeviation(0, HOURLY_DEVIATION, 0.06, 0.02, 0.9);
    PriceProcess clustered =
        new GjrGarch(
            Collections.nCopies(coins, law),
            Shocks.student(Correlation.uniform(coins, CORRELATION), FREEDOM));
    double[][] transition = {{0.995, 0.005}, {0.02, 0.98}};
    PriceProcess regimes =
        new RegimeSwitching(clustered, transition, new double[2], new double[] {0.8, 2});
    return new Jumps(regimes, JUMPS_PER_HOUR, JUMP_MEAN, JUMP_DEVIATION);
  }

  private static Market noise(int count, FundingFormula funding, Shown shown) {
    PriceProcess law =
        GeometricBrownian.noise(count, NOISE_VOLATILITY, SimulatedCrypto.HOURS_PER_YEAR);
    return SimulatedCrypto.of(list(count), law, PremiumLaw.NONE, funding, shown);
  }

  private static Market coins(int count, PremiumLaw premium, Shown shown) {
    return SimulatedCrypto.of(list(count), hourly(count), premium, SimulatedCrypto.USUAL, shown);
  }

  private static List<Coin> list(int count) {
    return IntStream.range(0, count).mapToObj(Coin::number).toList();
  }

  private static int count(String name, String text, int byDefault) {
    double value = text.isEmpty() ? byDefault : number(name, text);
    if (value != Math.rint(value) || value < 1 || value > Coin.MOST) {
      throw new IllegalArgumentException(
          "market \"" + name + "\" needs a number of coins in 1 .. " + Coin.MOST);
    }
    return (int) value;
  }

  private static double number(String name, String text) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "market \"" + name + "\" needs a number after the colon, was \"" + text + "\"", e);
    }
    throw new IllegalArgumentException("market \"" + name + "\" needs a finite number");
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException("unknown market \"" + name + "\"; known: " + NAMES);
  }
}
