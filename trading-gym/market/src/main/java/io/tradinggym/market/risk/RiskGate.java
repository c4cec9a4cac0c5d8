package io.tradinggym.market.risk;

import io.tradinggym.api.Resumable;
import io.tradinggym.market.account.Account;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Checks orders of one account before they reach the market. It remembers what limits need: orders since the last bar,
 * the day's worst loss, the deepest drawdown. Losses are seen at the close of bars. Nothing is allocated by a check.
 */
public final class RiskGate implements Resumable {
  private static final long DAY_MILLIS = 86_400_000L;

  private final Account account;
  private final RiskLimit[] limits;
  private final View view = new View();
  private int orders;
  private long day;
  private long dayStart;
  private long dayLow;
  private long last;
  private long peak;
  private double deepest;

  /**
   * An armed gate.
   *
   * @param account that orders are for; it is only read
   * @param limits asked in this order; the first that is broken names the refusal
   */
  public RiskGate(Account account, List<RiskLimit> limits) {
    this.account = account;
    this.limits = limits.toArray(RiskLimit[]::new);
  }

  /**
   * Forgets everything; the account stands as it is at the time.
   *
   * @param time UTC epoch milliseconds
   */
  public void reset(long time) {
    day = Math.floorDiv(time - 1, DAY_MILLIS);
    dayStart = account.equity();
    dayLow = dayStart;
    rearm();
    orders = 0;
  }

  /**
   * A bar has closed, and the account is marked.
   *
   * @param time of its close, UTC epoch milliseconds; days end at midnight UTC
   */
  public void closed(long time) {
    long equity = account.equity();
    long today = Math.floorDiv(time - 1, DAY_MILLIS);
    if (today != day) {
      day = today;
      // The day began where the one before ended.
      dayStart = last;
      dayLow = dayStart;
    }
    last = equity;
    dayLow = Math.min(dayLow, equity);
    peak = Math.max(peak, equity);
    deepest = Math.max(deepest, part(peak - equity, peak));
    orders = 0;
  }

  /** Releases the latch of the drawdown limit, by hand: the present equity is the new peak. */
  public void rearm() {
    peak = account.equity();
    last = peak;
    deepest = 0;
  }

  /**
   * {@return whether an order may pass; counts it if so}
   *
   * @param asset index of the asset, from 0
   * @param lots negative for a sale
   * @param resting lots of other working orders on the same side of the asset, negative for sales
   * @param price limit or stop, ticks; the mark for a market order
   */
  public Refusal check(int asset, long lots, long resting, long price) {
    view.set(asset, lots, resting, price);
    for (RiskLimit limit : limits) {
      Refusal refusal = limit.check(view);
      if (refusal != Refusal.NONE) {
        return refusal;
      }
    }
    orders++;
    return Refusal.NONE;
  }

  private static double part(long loss, long of) {
    if (loss <= 0) {
      return 0;
    }
    return of <= 0 ? 1 : (double) loss / of;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(orders);
    out.writeLong(day);
    out.writeLong(dayStart);
    out.writeLong(dayLow);
    out.writeLong(peak);
    out.writeLong(last);
    out.writeDouble(deepest);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    orders = in.readInt();
    day = in.readLong();
    dayStart = in.readLong();
    dayLow = in.readLong();
    peak = in.readLong();
    last = in.readLong();
    deepest = in.readDouble();
  }

  /** Scratch, reused across checks. */
  private final class View implements Proposal {
    private long equity;
    private boolean reduces;
    private long orderValue;
    private long before;
    private long after;
    private double distance;

    void set(int asset, long lots, long resting, long price) {
      long held = account.lots(asset);
      long all = Math.addExact(lots, resting);
      reduces = (held ^ all) < 0 && Math.abs(all) <= Math.abs(held);
      int currency = account.currency(asset);
      long mark = account.mark(asset);
      equity = account.equity();
      orderValue = account.toBase(currency, Math.abs(account.notionalAt(asset, price, lots)));
      before = account.toBase(currency, account.exposure(asset));
      after = account.toBase(currency, account.notionalAt(asset, price, Math.addExact(held, all)));
      distance = mark == 0 ? 0 : (double) Math.abs(price - mark) / mark;
    }

    @Override
    public boolean reduces() {
      return reduces;
    }

    @Override
    public long equity() {
      return equity;
    }

    @Override
    public long orderValue() {
      return orderValue;
    }

    @Override
    public long positionValue() {
      return Math.abs(after);
    }

    @Override
    public long grossValue() {
      return Math.addExact(account.gross() - Math.abs(before), Math.abs(after));
    }

    @Override
    public long netValue() {
      return Math.addExact(account.net() - before, after);
    }

    @Override
    public double priceDistance() {
      return distance;
    }

    @Override
    public int orders() {
      return orders;
    }

    @Override
    public double dailyLoss() {
      return part(dayStart - dayLow, dayStart);
    }

    @Override
    public double drawdown() {
      return deepest;
    }
  }
}
