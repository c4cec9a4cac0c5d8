package io.tradinggym.stocks;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Carry;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.exchange.BarExchange;
import io.tradinggym.market.exchange.FillListener;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * One lane's account on its exchange: turns target weights into orders at a close, lives through the next bar, and says
 * what that did.
 */
final class Desk {
  private static final long DAY_MILLIS = 86_400_000L;

  /** A weight of 0.3 of an equity that divides evenly must not lose a share to the last bit of a double. */
  private static final double ROUNDING = 1 + 1e-12;

  private final Bars bars;
  private final Account account;
  private final BarExchange exchange;
  private final Carry carry;
  private final long cash;
  private final int assets;
  private final double[] lotValue;
  private final int[] lastTraded;
  private long realised;
  private double equity;
  private double gross;
  private boolean liquidated;

  Desk(Rules rules, List<Instrument> instruments, Bars bars) {
    this.bars = bars;
    account = new Account(instruments, instruments.getFirst().currency(), rules.margin());
    exchange =
        new BarExchange(
            bars, account, rules.costs(), rules.participationLimit(), FillListener.NONE);
    carry = rules.carry();
    cash = Money.ofRounded(rules.cash());
    assets = instruments.size();
    lastTraded = new int[assets];
    lotValue = instruments.stream().mapToDouble(Instrument::tickLotValue).toArray();
  }

  /** A new account at the close of a bar. */
  void open(int bar) {
    account.reset(cash);
    exchange.reset(bar);
    realised = 0;
    liquidated = false;
    findLastTrades();
    value();
  }

  /** Sums over all positions, taken once a step. */
  private void value() {
    equity = Money.toDouble(account.equity());
    gross = Money.toDouble(account.gross());
  }

  private void findLastTrades() {
    for (int asset = 0; asset < assets; asset++) {
      int bar = bars.length() - 1;
      while (bar > 0 && !bars.traded(asset, bar)) {
        bar--;
      }
      lastTraded[asset] = bar;
    }
  }

  /** Orders what is missing to the weights, and lives through the next bar. */
  void trade(double[] weights, RewardInput step) {
    int now = exchange.now();
    step.equityBefore = equity;
    account.beginStep();
    order(weights, account.equity(), now);
    carry.accrue(account, days(now, now + 1));
    account.settle();
    liquidated = exchange.step();
    payOutDelisted();
    realised += account.stepRealised();
    value();
    step.equityAfter = equity;
    step.traded = Money.toDouble(account.stepTraded());
    step.fees = Money.toDouble(account.stepFees());
    step.carry = Money.toDouble(account.stepCarry());
    step.gross = gross;
    step.benchmarkReturn = benchmark(now, now + 1);
  }

  private void order(double[] weights, long equity, int now) {
    for (int asset = 0; asset < assets; asset++) {
      double weight = weights[asset];
      double lotWorth = bars.close(asset, now) * lotValue[asset];
      if (!Double.isNaN(weight) && lotWorth > 0) {
        exchange.target(asset, (long) (weight * equity / lotWorth * ROUNDING));
      }
    }
  }

  /**
   * Shares whose asset no longer trades are sold at their last price, less normal costs. Takeovers mostly pay more,
   * bankruptcies less.
   */
  private void payOutDelisted() {
    for (int asset = 0; asset < assets; asset++) {
      if (lastTraded[asset] < exchange.now() && account.lots(asset) != 0) {
        exchange.closeOut(asset);
      }
    }
  }

  private int days(int from, int to) {
    return (int)
        (Math.floorDiv(bars.closeTime(to), DAY_MILLIS)
            - Math.floorDiv(bars.closeTime(from), DAY_MILLIS));
  }

  /** Return of the assets that traded, in equal parts. */
  private double benchmark(int from, int to) {
    double sum = 0;
    int counted = 0;
    for (int asset = 0; asset < assets; asset++) {
      long before = bars.close(asset, from);
      if (before > 0 && bars.traded(asset, from)) {
        sum += (double) bars.close(asset, to) / before - 1;
        counted++;
      }
    }
    return counted == 0 ? 0 : sum / counted;
  }

  /** The bar at whose close the account stands. */
  int bar() {
    return exchange.now();
  }

  /** Whether the last bar ended in a margin call. */
  boolean liquidated() {
    return liquidated;
  }

  /** Whether every asset has left the market. */
  boolean delisted() {
    for (int asset = 0; asset < assets; asset++) {
      if (lastTraded[asset] >= exchange.now()) {
        return false;
      }
    }
    return true;
  }

  double equity() {
    return equity;
  }

  double gross() {
    return gross;
  }

  double cash() {
    return Money.toDouble(account.cash());
  }

  /** Profit of closed positions since the account was opened, before fees. */
  double realised() {
    return Money.toDouble(realised);
  }

  double price(int asset) {
    return Money.toDouble(account.mark(asset) * account.tickSize(asset));
  }

  double shares(int asset) {
    return (double) account.lots(asset) / account.lotsPerUnit(asset);
  }

  double exposure(int asset) {
    return Money.toDouble(account.exposure(asset));
  }

  double unrealised(int asset) {
    return Money.toDouble(account.unrealised(asset));
  }

  /** Whether the asset traded in the bar just seen. */
  boolean tradable(int asset) {
    return bars.traded(asset, exchange.now());
  }

  /** The part of gross exposure that may be lost before liquidation: 1 without positions, 0 at liquidation. */
  double distanceToLiquidation() {
    return gross == 0
        ? 1
        : Math.clamp((equity - Money.toDouble(account.maintenanceMargin())) / gross, 0, 1);
  }

  String render() {
    return String.format(
        "bar %d, equity %.2f, cash %.2f, gross %.2f", bar(), equity(), cash(), gross());
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(exchange.now());
    account.save(out);
    out.writeLong(realised);
    out.writeBoolean(liquidated);
  }

  void restore(DataInput in) throws IOException {
    exchange.reset(in.readInt());
    account.restore(in);
    realised = in.readLong();
    liquidated = in.readBoolean();
    findLastTrades();
    value();
  }
}
