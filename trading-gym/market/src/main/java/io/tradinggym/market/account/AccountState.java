package io.tradinggym.market.account;

import io.tradinggym.api.LaneState;

/**
 * What an account carries in which nothing comes or goes: books, totals of the step, time, positions, isolated margins.
 * What positions need is worked out again when it is asked for next, as after every change of a mark.
 */
final class AccountState implements LaneState {
  private final Account account;
  private final Books books;
  private final StepTotals step;
  private final Positions positions;
  private final Isolation isolation;
  private final int atTime;
  private final int atPositions;
  private final int atIsolation;
  private final int size;

  AccountState(
      Account account, Books books, StepTotals step, Positions positions, Isolation isolation) {
    this.account = account;
    this.books = books;
    this.step = step;
    this.positions = positions;
    this.isolation = isolation;
    atTime = books.stateSize() + StepTotals.STATE;
    atPositions = atTime + 1;
    atIsolation = atPositions + positions.stateSize();
    size = atIsolation + isolation.stateSize();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void store(long[] row, int at) {
    books.store(row, at);
    step.store(row, at + books.stateSize());
    row[at + atTime] = account.time();
    positions.store(row, at + atPositions);
    isolation.store(row, at + atIsolation);
  }

  @Override
  public void load(long[] row, int at) {
    books.load(row, at);
    step.load(row, at + books.stateSize());
    positions.load(row, at + atPositions);
    isolation.load(row, at + atIsolation);
    account.renew(row[at + atTime]);
  }
}
