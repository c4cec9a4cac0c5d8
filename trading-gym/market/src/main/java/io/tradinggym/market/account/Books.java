package io.tradinggym.market.account;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Double-entry books in several currencies: every posting moves an amount between two ledger accounts. */
@SuppressWarnings("EnumOrdinal") // the ordinal is the column of the flat table, never stored
final class Books {
  private static final int ENTRIES = Entry.values().length;
  private static final int CASH = Entry.CASH.ordinal();
  private static final int SECURITIES = Entry.SECURITIES.ordinal();
  private static final int CONTRACTS = Entry.CONTRACTS.ordinal();
  private static final int VALUATION = Entry.VALUATION.ordinal();
  private static final int CAPITAL = Entry.CAPITAL.ordinal();
  private static final int REALISED = Entry.REALISED.ordinal();
  private static final int UNREALISED = Entry.UNREALISED.ordinal();
  private static final int COMMISSION = Entry.COMMISSION.ordinal();
  private static final int SLIPPAGE = Entry.SLIPPAGE.ordinal();

  private final long[] balances;

  /** By currency, what is owned less what is owed: the sum of the entries before {@link Entry#CAPITAL}. */
  private final long[] equity;

  Books(int currencies) {
    balances = new long[currencies * ENTRIES];
    equity = new long[currencies];
  }

  void clear() {
    Arrays.fill(balances, 0);
    Arrays.fill(equity, 0);
  }

  /** Adds to one account what it takes from the other. */
  void post(int currency, Entry debit, Entry credit, long amount) {
    int to = currency * ENTRIES + debit.ordinal();
    int from = currency * ENTRIES + credit.ordinal();
    long raised = Math.addExact(balances[to], amount);
    balances[from] = Math.subtractExact(balances[from], amount);
    balances[to] = raised;
    boolean owned = debit.ordinal() < CAPITAL;
    if (owned != credit.ordinal() < CAPITAL) {
      equity[currency] = Math.addExact(equity[currency], owned ? amount : -amount);
    }
  }

  /**
   * All postings of a fill at once.
   *
   * @param contract whether its cost is owed, not paid from cash
   * @param costs of what is held more than before
   * @param realised profit of what was closed
   * @param gain of the position's valuation
   */
  void fill(
      int currency,
      boolean contract,
      long costs,
      long realised,
      long gain,
      long commission,
      long slippage) {
    int at = currency * ENTRIES;
    long gained = Math.subtractExact(realised, Math.addExact(commission, slippage));
    equity[currency] = Math.addExact(equity[currency], gained);
    long cash = Math.addExact(balances[at + CASH], gained);
    if (contract) {
      balances[at + CONTRACTS] = Math.subtractExact(balances[at + CONTRACTS], costs);
    } else {
      cash = Math.subtractExact(cash, costs);
    }
    balances[at + CASH] = cash;
    balances[at + SECURITIES] = Math.addExact(balances[at + SECURITIES], costs);
    balances[at + REALISED] = Math.subtractExact(balances[at + REALISED], realised);
    balances[at + COMMISSION] = Math.addExact(balances[at + COMMISSION], commission);
    balances[at + SLIPPAGE] = Math.addExact(balances[at + SLIPPAGE], slippage);
    revalue(currency, gain);
  }

  /** Books what positions gained while they were held. */
  void revalue(int currency, long gain) {
    int at = currency * ENTRIES;
    balances[at + VALUATION] = Math.addExact(balances[at + VALUATION], gain);
    balances[at + UNREALISED] = Math.subtractExact(balances[at + UNREALISED], gain);
    equity[currency] = Math.addExact(equity[currency], gain);
  }

  int currencies() {
    return equity.length;
  }

  long balance(int currency, Entry entry) {
    return balances[currency * ENTRIES + entry.ordinal()];
  }

  /** What is owned less what is owed. */
  long equity(int currency) {
    return equity[currency];
  }

  /** Capital and all that was earned less all that was spent; the same as {@link #equity} by another road. */
  long earned(int currency) {
    long sum = 0;
    for (int entry = CAPITAL; entry < ENTRIES; entry++) {
      sum = Math.subtractExact(sum, balances[currency * ENTRIES + entry]);
    }
    return sum;
  }

  void copy(Books other) {
    System.arraycopy(other.balances, 0, balances, 0, balances.length);
    System.arraycopy(other.equity, 0, equity, 0, equity.length);
  }

  /** Numbers that {@link #store} writes. */
  int stateSize() {
    return balances.length + equity.length;
  }

  void store(long[] row, int at) {
    System.arraycopy(balances, 0, row, at, balances.length);
    for (int currency = 0; currency < equity.length; currency++) {
      row[at + balances.length + currency] = equity[currency];
    }
  }

  void load(long[] row, int at) {
    System.arraycopy(row, at, balances, 0, balances.length);
    for (int currency = 0; currency < equity.length; currency++) {
      equity[currency] = row[at + balances.length + currency];
    }
  }

  void save(DataOutput out) throws IOException {
    Columns.write(balances, out);
  }

  void restore(DataInput in) throws IOException {
    Columns.read(balances, in);
    for (int currency = 0; currency < equity.length; currency++) {
      equity[currency] = 0;
      for (int entry = 0; entry < CAPITAL; entry++) {
        equity[currency] = Math.addExact(equity[currency], balances[currency * ENTRIES + entry]);
      }
    }
  }
}
