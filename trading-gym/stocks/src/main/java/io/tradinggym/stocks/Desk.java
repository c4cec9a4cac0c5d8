package io.tradinggym.stocks;

import io.tradinggym.market.Money;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * One lane's account on its exchange: sizes orders at a close, fills them at the next open, marks at the next close.
 *
 * <p>Orders are market orders. Those that reduce a position are filled first; those that enlarge one are cut to what
 * leverage still allows at the fill price, costs included, so cash is never borrowed beyond it. An order fills at most the
 * participation limit of the bar's volume; the rest lapses.
 */
final class Desk {
  private static final double ROUND = 1e-12;

  private final Rules rules;
  private final Instrument[] instruments;
  private final Book book;
  private final long[] orders;
  private final long[] filled;
  private final int assets;
  private final long commissionMillionths;
  private Bars bars;
  private int bar;
  private boolean liquidated;
  private long equity;
  private long gross;

  Desk(Rules rules, List<Instrument> instruments, Bars bars) {
    this.rules = rules;
    this.bars = bars;
    this.instruments = instruments.toArray(Instrument[]::new);
    assets = this.instruments.length;
    orders = new long[assets];
    filled = new long[assets];
    commissionMillionths = Math.round(rules.commission() * 1e6);
    book = new Book(instruments.stream().mapToLong(Instrument::tickLotValue).toArray());
  }

  /** A new account at the close of a bar. */
  void open(Bars episodeBars, int firstBar) {
    bars = episodeBars;
    bar = firstBar;
    liquidated = false;
    book.open(Money.ofRounded(rules.cash()));
    mark();
  }

  /** Trades towards the weights and lives through the next bar. */
  void trade(double[] weights, RewardInput step) {
    step.equityBefore = equity();
    book.clearFlows();
    size(weights);
    int next = bar + 1;
    fill(next, true);
    fill(next, false);
    carry();
    step.benchmarkReturn = benchmark(next);
    bar = next;
    mark();
    liquidateIfRequired();
    step.equityAfter = equity();
    step.traded = book.traded();
    step.fees = book.fees();
    step.carry = book.carry();
    step.gross = gross();
  }

  private void size(double[] weights) {
    for (int asset = 0; asset < assets; asset++) {
      double weight = weights[asset];
      double lotWorth = (double) bars.close(asset, bar) * instruments[asset].tickLotValue();
      filled[asset] = 0;
      orders[asset] =
          Double.isNaN(weight) || lotWorth <= 0
              ? 0
              : (long) (weight * equity / lotWorth * (1 + ROUND)) - book.lots(asset);
    }
  }

  private void fill(int next, boolean reducing) {
    for (int asset = 0; asset < assets; asset++) {
      long order = orders[asset];
      if (order == 0 || !bars.traded(asset, next)) {
        continue;
      }
      long held = book.lots(asset);
      long opposite = held != 0 && (held > 0) != (order > 0) ? Math.min(Math.abs(order), Math.abs(held)) : 0;
      long wanted = reducing ? opposite : Math.abs(order);
      long most = (long) (rules.participation() * bars.volume(asset, next)) - filled[asset];
      long quantity = Math.min(wanted, most);
      if (!reducing) {
        quantity = Math.min(quantity, affordable(asset, next, order > 0));
      }
      if (quantity > 0) {
        filled[asset] += quantity;
        execute(asset, order > 0 ? quantity : -quantity, bars.open(asset, next));
      }
      orders[asset] = reducing ? order - (order > 0 ? opposite : -opposite) : 0;
    }
  }

  private void execute(int asset, long quantity, long ticks) {
    long price = Math.max(1, quoted(ticks, quantity > 0));
    long worth = Math.multiplyExact(Math.multiplyExact(price, Math.abs(quantity)), instruments[asset].tickLotValue());
    book.trade(asset, quantity, price, Money.shareUp(worth, commissionMillionths, 1_000_000));
  }

  /** The price paid or received: half the spread away, rounded against the trader. */
  private long quoted(long ticks, boolean buying) {
    double half = ticks * rules.spread() / 2;
    return buying ? ticks + (long) Math.ceil(half - ROUND) : ticks - (long) Math.ceil(half - ROUND);
  }

  /** Lots that leverage still allows at the open, after costs. */
  private long affordable(int asset, int next, boolean buying) {
    double worth = book.cash();
    double used = 0;
    for (int other = 0; other < assets; other++) {
      double notional = (double) bars.open(other, next) * book.lots(other) * instruments[other].tickLotValue();
      worth += notional;
      used += Math.abs(notional);
    }
    long ticks = bars.open(asset, next);
    double lot = (double) ticks * instruments[asset].tickLotValue();
    double price = (double) quoted(ticks, buying) * instruments[asset].tickLotValue();
    double cost = Math.abs(price - lot) + price * rules.commission();
    double lots = (rules.leverage() * worth - used - Money.UNITS / 1000.0) / (lot + rules.leverage() * cost);
    return lots <= 0 ? 0 : (long) lots;
  }

  private void carry() {
    double shorts = 0;
    for (int asset = 0; asset < assets; asset++) {
      shorts -= Math.min(0, book.notional(asset, bars.close(asset, bar)));
    }
    double perYear = shorts * rules.borrowRate() + Math.max(0, -book.cash()) * rules.interestRate();
    if (perYear > 0) {
      book.pay((long) Math.ceil(perYear / rules.barsPerYear()));
    }
  }

  private double benchmark(int next) {
    double sum = 0;
    int counted = 0;
    for (int asset = 0; asset < assets; asset++) {
      long before = bars.close(asset, bar);
      if (before > 0) {
        sum += (double) bars.close(asset, next) / before - 1;
        counted++;
      }
    }
    return counted == 0 ? 0 : sum / counted;
  }

  private void mark() {
    long worth = book.cash();
    long used = 0;
    for (int asset = 0; asset < assets; asset++) {
      long notional = book.notional(asset, bars.close(asset, bar));
      worth += notional;
      used += Math.abs(notional);
    }
    equity = worth;
    gross = used;
  }

  private void liquidateIfRequired() {
    if (gross == 0 || (equity >= rules.maintenance() * gross && equity > 0)) {
      return;
    }
    for (int asset = 0; asset < assets; asset++) {
      if (book.lots(asset) != 0) {
        execute(asset, -book.lots(asset), bars.close(asset, bar));
      }
    }
    liquidated = true;
    mark();
  }

  int bar() {
    return bar;
  }

  boolean liquidated() {
    return liquidated;
  }

  double equity() {
    return Money.toDouble(equity);
  }

  double gross() {
    return Money.toDouble(gross);
  }

  double cash() {
    return Money.toDouble(book.cash());
  }

  double realised() {
    return book.realised();
  }

  double price(int asset) {
    return instruments[asset].toPrice(bars.close(asset, bar));
  }

  double shares(int asset) {
    Instrument instrument = instruments[asset];
    return (double) book.lots(asset) * instrument.tickLotValue() / instrument.tickSize();
  }

  double notional(int asset) {
    return Money.toDouble(book.notional(asset, bars.close(asset, bar)));
  }

  double unrealised(int asset) {
    return Money.toDouble(book.unrealised(asset, bars.close(asset, bar)));
  }

  /** Whether the asset traded in the bar just seen. */
  boolean tradable(int asset) {
    return bars.traded(asset, bar);
  }

  /** How far equity stands above what is required, as a part of equity: 1 without positions, 0 at liquidation. */
  double distanceToLiquidation() {
    return equity <= 0 ? 0 : Math.clamp(1 - rules.maintenance() * gross / equity, 0, 1);
  }

  String render() {
    return String.format("bar %d, equity %.2f, cash %.2f, gross %.2f", bar, equity(), cash(), gross());
  }

  void save(DataOutput out) throws IOException {
    book.save(out);
    out.writeInt(bar);
    out.writeBoolean(liquidated);
  }

  void restore(DataInput in, Bars episodeBars) throws IOException {
    bars = episodeBars;
    book.restore(in);
    bar = in.readInt();
    liquidated = in.readBoolean();
    mark();
  }
}
