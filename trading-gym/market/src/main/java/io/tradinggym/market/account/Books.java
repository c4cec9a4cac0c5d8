package io.tradinggym.market.account;

import java.util.Arrays;

/** Double-entry books in several currencies: every posting moves an amount between two ledger accounts. */
@SuppressWarnings("EnumOrdinal") // the ordinal is the column of the flat table, never stored
final class Books {
  private static final int ENTRIES = Entry.values().length;
  private static final int CAPITAL = Entry.CAPITAL.ordinal();

  private final long[] balances;

  Books(int currencies) {
    balances = new long[currencies * ENTRIES];
  }

  void clear() {
    Arrays.fill(balances, 0);
  }

  /** Adds to one account what it takes from the other. */
  void post(int currency, Entry debit, Entry credit, long amount) {
    int to = currency * ENTRIES + debit.ordinal();
    int from = currency * ENTRIES + credit.ordinal();
    long raised = Math.addExact(balances[to], amount);
    balances[from] = Math.subtractExact(balances[from], amount);
    balances[to] = raised;
  }

  long balance(int currency, Entry entry) {
    return balances[currency * ENTRIES + entry.ordinal()];
  }

  /** What is owned less what is owed. */
  long equity(int currency) {
    int at = currency * ENTRIES;
    long paid = Math.addExact(balances[at], Math.addExact(balances[at + 1], balances[at + 2]));
    long sum = Math.addExact(paid, Math.addExact(balances[at + 3], balances[at + 4]));
    return Math.addExact(sum, balances[at + 5]);
  }

  /** Capital and all that was earned less all that was spent; the same as {@link #equity} by another road. */
  long earned(int currency) {
    long sum = 0;
    for (int entry = CAPITAL; entry < ENTRIES; entry++) {
      sum = Math.subtractExact(sum, balances[currency * ENTRIES + entry]);
    }
    return sum;
  }

  long[] balances() {
    return balances;
  }
}
