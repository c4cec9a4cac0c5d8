package io.tradinggym.market.cost;

import io.tradinggym.market.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Fees of US regulators on sales of shares, which change every year or so: a part of the proceeds (Section 31 of the
 * Exchange Act, for the SEC) and so much a share up to a maximum a trade (FINRA's trading activity fee). The rates are
 * configuration; a rate holds from its date on (UTC), and the first one before it, too. Rounded up to the money unit,
 * where brokers round up to a cent.
 */
public final class RegulatoryFees implements Commission {
  /**
   * Rates as announced by the SEC's fee rate advisories and FINRA's notices up to 2025-05-14. Later ones are missing:
   * check them before you trust a backtest beyond that date.
   */
  public static final RegulatoryFees US_UNTIL_2025 =
      new RegulatoryFees(
          List.of(
              Rate.of("2018-05-22", "13.00", "0.000119", "5.95"),
              Rate.of("2019-04-16", "20.70", "0.000119", "5.95"),
              Rate.of("2020-02-18", "22.10", "0.000119", "5.95"),
              Rate.of("2021-02-25", "5.10", "0.000119", "5.95"),
              Rate.of("2022-01-01", "5.10", "0.000130", "6.49"),
              Rate.of("2022-05-14", "22.90", "0.000130", "6.49"),
              Rate.of("2023-01-01", "22.90", "0.000145", "7.27"),
              Rate.of("2023-02-27", "8.00", "0.000145", "7.27"),
              Rate.of("2024-01-01", "8.00", "0.000166", "8.30"),
              Rate.of("2024-05-22", "27.80", "0.000166", "8.30"),
              Rate.of("2025-05-14", "0.00", "0.000166", "8.30")));

  private static final long CENT = Money.UNITS / 100;
  private static final long CENTS_IN_A_MILLION = 100_000_000;

  private final Rate[] rates;
  private final long[] since;

  /**
   * Rates that hold one after the other.
   *
   * @param from first day, from its midnight in UTC on
   * @param perMillion money units per million dollars of proceeds, whole cents, >= 0
   * @param perShare money units per share, >= 0
   * @param most money units per trade, at most, of the fee per share, >= 0
   */
  public record Rate(LocalDate from, long perMillion, long perShare, long most) {
    /** Checks the numbers. */
    public Rate {
      if (perMillion < 0 || perMillion % CENT != 0 || perShare < 0 || most < 0) {
        throw new IllegalArgumentException(
            "fees from "
                + from
                + " must be >= 0, and whole cents per million, were "
                + perMillion
                + ", "
                + perShare
                + ", "
                + most);
      }
    }

    /**
     * {@return a rate from texts: an ISO date and amounts in dollars}
     *
     * @param from first day, such as {@code 2024-05-22}
     * @param perMillion dollars a million dollars sold, whole cents
     * @param perShare dollars a share sold
     * @param most dollars that the fee per share is at most, of one trade
     */
    public static Rate of(String from, String perMillion, String perShare, String most) {
      return new Rate(
          LocalDate.parse(from), Money.of(perMillion), Money.of(perShare), Money.of(most));
    }
  }

  /**
   * Fees by these rates.
   *
   * @param rates at least one, in order of their dates, each date once
   */
  public RegulatoryFees(List<Rate> rates) {
    if (rates.isEmpty()) {
      throw new IllegalArgumentException("regulatory fees need at least one rate");
    }
    this.rates = rates.toArray(Rate[]::new);
    since =
        rates.stream()
            .mapToLong(rate -> rate.from().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli())
            .toArray();
    for (int i = 1; i < since.length; i++) {
      if (since[i] <= since[i - 1]) {
        throw new IllegalArgumentException(
            "rates must be in order of their dates, was "
                + rates.get(i).from()
                + " after "
                + rates.get(i - 1).from());
      }
    }
  }

  @Override
  public long charge(long notional, long lots, long lotsPerUnit, boolean maker, long time) {
    if (lots >= 0) {
      return 0;
    }
    int at = since.length - 1;
    while (at > 0 && since[at] > time) {
      at--;
    }
    Rate rate = rates[at];
    long activity = Math.min(rate.most, Money.shareUp(-lots, rate.perShare, lotsPerUnit));
    return Math.addExact(
        Money.shareUp(notional, rate.perMillion / CENT, CENTS_IN_A_MILLION), activity);
  }
}
