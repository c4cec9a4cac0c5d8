package io.tradinggym.market.account;

import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The books of one currency: amounts in money units, moved from one book to another. */
final class Ledger implements Resumable {
  private static final int BOOKS = Book.values().length;

  private final long[] amounts = new long[BOOKS];

  /** Adds to one book what it takes from another. */
  @SuppressWarnings("EnumOrdinal") // an array index, never stored
  void move(Book to, Book from, long amount) {
    amounts[to.ordinal()] = Math.addExact(amounts[to.ordinal()], amount);
    amounts[from.ordinal()] = Math.subtractExact(amounts[from.ordinal()], amount);
  }

  @SuppressWarnings("EnumOrdinal") // an array index, never stored
  long get(Book book) {
    return amounts[book.ordinal()];
  }

  /** The sum over all books: 0, or somebody forgot a side. */
  long sum() {
    long sum = 0;
    for (long amount : amounts) {
      sum = Math.addExact(sum, amount);
    }
    return sum;
  }

  void clear() {
    Arrays.fill(amounts, 0);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (long amount : amounts) {
      out.writeLong(amount);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int i = 0; i < BOOKS; i++) {
      amounts[i] = in.readLong();
    }
  }
}
