package io.tradinggym.crypto.margin;

import io.tradinggym.market.Money;
import java.util.Arrays;
import java.util.List;

/** Margin tables for tests. */
public final class Tables {
  /** BTCUSDT on Binance, October 2024. */
  public static final MarginTiers BTC_2024 =
      of(
          "50000 4000 125 0",
          "600000 5000 100 50",
          "3000000 6500 75 950",
          "12000000 10000 50 11450",
          "70000000 20000 25 131450",
          "100000000 25000 20 481450",
          "230000000 50000 10 2981450",
          "480000000 100000 5 14481450",
          "600000000 125000 4 26481450",
          "800000000 150000 3 41481450",
          "1200000000 250000 2 121481450",
          "1800000000 500000 1 421481450");

  /** The row of the worked liquidation, 0.5 % less 50, for positions above 10,000. */
  public static final MarginTiers HALF_PERCENT =
      of("10000 0 125 0", "600000 5000 100 50", "3000000 6500 75 950");

  private Tables() {}

  /** Rows of worth, millionths, leverage and deduction. */
  public static MarginTiers of(String... rows) {
    List<MarginTier> tiers =
        Arrays.stream(rows)
            .map(row -> row.split(" ", -1))
            .map(
                row ->
                    new MarginTier(
                        Money.of(row[0]),
                        Long.parseLong(row[1]),
                        Integer.parseInt(row[2]),
                        Money.of(row[3])))
            .toList();
    return new MarginTiers(tiers);
  }
}
