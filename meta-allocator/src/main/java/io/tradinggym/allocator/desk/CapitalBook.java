package io.tradinggym.allocator.desk;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.account.Account;
import io.tradinggym.trading.Settlement;
import io.tradinggym.trading.TradingDesk;
import io.tradinggym.trading.flow.Sleeves;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Who has which part of an account's capital, what the limits have latched, and the trace of both. Sleeve 0 is cash
 * that nobody was given, sleeve i + 1 is specialist i's.
 */
public final class CapitalBook implements Settlement {
  private final TradingDesk desk;
  private final Account account;
  private final Sleeves sleeves;
  private final Evidence evidence;
  private final Shares shares;
  private final AllocationTrace trace;
  private final double[] held;
  private double peak;

  CapitalBook(TradingDesk desk, Evidence evidence, AllocationLimits limits, AllocationTrace trace) {
    this.desk = desk;
    this.evidence = evidence;
    this.trace = trace;
    account = desk.account();
    sleeves = desk.sleeves();
    shares = new Shares(limits, evidence.size());
    held = new double[evidence.size()];
  }

  @Override
  public Phase phase() {
    return Phase.AT_CLOSE;
  }

  @Override
  public void open(int bar) {
    peak = account.equity();
    shares.begin();
    trace.begin();
  }

  @Override
  public void settle(int bar, RandomStream random) {
    trace.lived(desk.cursor().bars().closeTime(bar));
  }

  /**
   * {@return the part of the account's equity that a specialist has now; 0 where there is none}
   *
   * @param specialist index of the specialist, from 0
   */
  public double held(int specialist) {
    long whole = account.equity();
    return whole > 0 ? (double) sleeves.equity(specialist + 1) / whole : 0;
  }

  /** Moves capital towards the shares that are asked for, as far as the limits let it. */
  void move(double[] asked) {
    long whole = account.equity();
    peak = Math.max(peak, (double) whole);
    for (int i = 0; i < held.length; i++) {
      held[i] = held(i);
    }
    boolean moves = shares.decide(asked, held, evidence, peak > 0 ? 1 - whole / peak : 0);
    if (moves) {
      for (int i = 0; i < held.length; i++) {
        long target = (long) (shares.given(i) * whole);
        sleeves.transfer(0, i + 1, 0, Math.subtractExact(target, sleeves.equity(i + 1)));
      }
    }
    trace.decided(moves, asked, held, shares);
  }

  /**
   * {@return whether a specialist has been closed for good}
   *
   * @param specialist index of the specialist, from 0
   */
  public boolean stopped(int specialist) {
    return shares.latch(specialist) == Shares.STOPPED;
  }

  /** {@return what became of the capital} */
  public AllocationTrace trace() {
    return trace;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(peak);
    shares.save(out);
  }

  @Override
  public void restore(DataInput in, int bar) throws IOException {
    peak = in.readDouble();
    shares.restore(in);
    trace.begin();
  }
}
