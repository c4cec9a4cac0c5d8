package io.tradinggym.allocator.multi;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Carry;
import io.tradinggym.trading.Settlement;

/** At the close: interest on cash and debt, fees for shares sold short, funding stamps; what was owed is paid. */
final class OvernightCarry implements Settlement {
  private static final int MILLIONTHS = 1_000_000;

  /** Above the rate on cash, for negative cash. */
  private static final long SPREAD = 15_000;

  /** The fee for shares sold short. */
  private static final long BORROW = 3_000;

  private final MultiTape tape;
  private final Account account;
  private final int perpetual;
  private final Carry carry;

  OvernightCarry(MultiBook book, double rate) {
    tape = book.tape();
    account = book.account();
    perpetual = book.perpetual();
    long credit = Math.round(MILLIONTHS * rate);
    carry = new Carry(credit, credit + SPREAD, BORROW);
  }

  @Override
  public Phase phase() {
    return Phase.AT_CLOSE;
  }

  @Override
  public void settle(int bar, RandomStream random) {
    carry.accrue(account, tape.days());
    for (int stamp = 0; stamp < tape.stamps(); stamp++) {
      Carry.fund(account, perpetual, tape.fundingRate());
    }
    account.settle();
  }
}
