package io.tradinggym.crypto.market;

import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.market.instrument.SpotPair;
import java.util.List;

/**
 * What is traded against USDT.
 *
 * @param code such as BTC
 * @param price where simulated paths start, USDT
 * @param ticksPerUsdt such as 10 for steps of 0.1 USDT
 * @param lotsPerCoin such as 1000 for steps of 0.001 coins
 */
public record Coin(String code, double price, long ticksPerUsdt, long lotsPerCoin) {
  /** What prices, margin and profits are in. */
  public static final Currency USDT = new Currency("USDT");

  /** Bitcoin, in the steps of its largest perpetual. */
  public static final Coin BTC = new Coin("BTC", 50_000, 10, 1000);

  /** Ether. */
  public static final Coin ETH = new Coin("ETH", 3000, 100, 1000);

  private static final List<String> OTHERS =
      List.of(
          "SOL", "XRP", "BNB", "ADA", "DOGE", "AVAX", "LINK", "DOT", "LTC", "BCH", "ATOM", "UNI",
          "ETC", "FIL", "NEAR", "APT", "ARB", "OP");

  /** How many coins have a name here. */
  static final int MOST = 2 + OTHERS.size();

  /** The i-th coin: BTC, ETH, then others at 100 USDT. */
  static Coin number(int i) {
    return switch (i) {
      case 0 -> BTC;
      case 1 -> ETH;
      default -> new Coin(OTHERS.get(i - 2), 100, 100, 100);
    };
  }

  /** {@return its spot pair against USDT} */
  public SpotPair spot() {
    return spot("");
  }

  /** Its spot pair on a venue, named after the pair. */
  SpotPair spot(String venue) {
    return new SpotPair(
        code + "/USDT" + venue, new Currency(code), USDT, Money.UNITS / ticksPerUsdt, lotsPerCoin);
  }

  /** {@return its linear perpetual, margined in USDT} */
  public Perpetual perpetual() {
    return new Perpetual(
        code + "USDT-PERP", new Currency(code), USDT, Money.UNITS / ticksPerUsdt, lotsPerCoin);
  }
}
