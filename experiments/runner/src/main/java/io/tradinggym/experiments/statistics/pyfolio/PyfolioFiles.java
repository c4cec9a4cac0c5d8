package io.tradinggym.experiments.statistics.pyfolio;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.statistics.TrackRecord;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what backtesters write for pyfolio: daily returns, end-of-day positions in money, and transactions. CSV, the
 * first column a time, plain or {@code .gz}.
 */
public final class PyfolioFiles {
  private static final long DAY = 86_400_000L;
  private static final String CASH = "cash";
  private static final String RETURNS = "returns";

  /** What is left of a lot, as a share of it, that is no more than how fractions round. */
  private static final double ROUNDED = 1e-9;

  private PyfolioFiles() {}

  /**
   * Positions at the end of each day, account currency.
   *
   * @param times epoch milliseconds
   * @param symbols without cash
   * @param values [row][symbol]
   * @param cash by row
   */
  @SuppressWarnings("ArrayRecordComponent") // A table, never compared.
  public record Positions(long[] times, List<String> symbols, double[][] values, double[] cash) {
    /** Worth of the account, by row. */
    public double[] equity() {
      double[] equity = cash.clone();
      for (int row = 0; row < equity.length; row++) {
        for (double value : values[row]) {
          equity[row] += value;
        }
      }
      return equity;
    }

    /** Sum of absolute positions as a multiple of equity, by row. */
    public double[] leverage() {
      double[] equity = equity();
      double[] leverage = new double[equity.length];
      for (int row = 0; row < equity.length; row++) {
        for (double value : values[row]) {
          leverage[row] += Math.abs(value) / equity[row];
        }
      }
      return leverage;
    }
  }

  /**
   * A transaction.
   *
   * @param time epoch milliseconds
   * @param symbol what was traded
   * @param amount positive bought, negative sold
   * @param price of one
   */
  public record Transaction(long time, String symbol, double amount, double price) {}

  /**
   * Daily simple returns, fractions such as .01 and not per cent, as a track record that starts at 1: the file's only
   * column beside the time, or the one called returns.
   *
   * @throws UserError if a return is below -1, as those in per cent are sooner or later
   * @param periodsPerYear returns in a year, such as 252
   */
  public static TrackRecord returns(Path file, double periodsPerYear) {
    Table table = Table.read(file);
    int n = table.rows().size();
    if (n == 0) {
      throw new UserError(file + " has no returns");
    }
    int returns = table.header().size() <= 2 ? 1 : table.column(RETURNS);
    long[] times = new long[n + 1];
    double[] equity = new double[n + 1];
    equity[0] = 1;
    for (int row = 0; row < n; row++) {
      times[row + 1] = table.time(row);
      double value = table.number(row, returns);
      if (value < -1) {
        throw table.bad(
            row,
            table.text(row, returns),
            "a return: it loses more than there is; are these per cent? Fractions are read");
      }
      equity[row + 1] = equity[row] * (1 + value);
    }
    times[0] = times[1] - DAY;
    try {
      return TrackRecord.of(times, equity, periodsPerYear);
    } catch (IllegalArgumentException e) {
      throw new UserError(file + ": " + e.getMessage(), e);
    }
  }

  /** Positions: a column for each symbol and one called cash. */
  public static Positions positions(Path file) {
    Table table = Table.read(file);
    int cash = table.column(CASH);
    List<Integer> columns = new ArrayList<>();
    List<String> symbols = new ArrayList<>();
    for (int column = 1; column < table.header().size(); column++) {
      if (column != cash) {
        columns.add(column);
        symbols.add(table.header().get(column).strip());
      }
    }
    int n = table.rows().size();
    long[] times = new long[n];
    double[] money = new double[n];
    double[][] values = new double[n][symbols.size()];
    for (int row = 0; row < n; row++) {
      times[row] = table.time(row);
      money[row] = table.number(row, cash);
      for (int i = 0; i < values[row].length; i++) {
        values[row][i] = table.number(row, columns.get(i));
      }
    }
    return new Positions(times, symbols, values, money);
  }

  /** Transactions: columns called symbol, amount and price. */
  public static List<Transaction> transactions(Path file) {
    Table table = Table.read(file);
    int symbol = table.column("symbol");
    int amount = table.column("amount");
    int price = table.column("price");
    List<Transaction> all = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      all.add(
          new Transaction(
              table.time(row),
              table.text(row, symbol),
              table.number(row, amount),
              table.number(row, price)));
    }
    return all;
  }

  /**
   * Profit of every round trip, first in, first out by time, before fees: what {@link TrackRecord#withTrades} takes.
   * Lots that are still open count for nothing.
   */
  public static double[] roundTrips(List<Transaction> transactions) {
    Map<String, Deque<Lot>> open = new LinkedHashMap<>();
    List<Double> profits = new ArrayList<>();
    List<Transaction> ordered =
        transactions.stream().sorted(Comparator.comparingLong(Transaction::time)).toList();
    for (Transaction trade : ordered) {
      Deque<Lot> lots = open.computeIfAbsent(trade.symbol(), any -> new ArrayDeque<>());
      double least = ROUNDED * Math.abs(trade.amount());
      double left = trade.amount();
      while (Math.abs(left) > least && !lots.isEmpty() && lots.element().amount() * left < 0) {
        Lot lot = lots.remove();
        double closed = Math.min(Math.abs(left), Math.abs(lot.amount()));
        profits.add(Math.signum(lot.amount()) * closed * (trade.price() - lot.price()));
        left -= Math.signum(left) * closed;
        double kept = lot.amount() - Math.signum(lot.amount()) * closed;
        if (Math.abs(kept) > ROUNDED * lot.bought()) {
          lots.addFirst(new Lot(kept, lot.price(), lot.bought()));
        }
      }
      if (Math.abs(left) > least) {
        lots.add(new Lot(left, trade.price(), Math.abs(left)));
      }
    }
    return profits.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** What is left of an amount that was bought, or sold short, at a price. */
  private record Lot(double amount, double price, double bought) {}
}
