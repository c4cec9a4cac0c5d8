package io.tradinggym.crypto.env;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Carry;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.exchange.BarExchange;
import io.tradinggym.market.exchange.FillListener;
import io.tradinggym.market.exchange.OrderResult;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * One lane's account on its venue: turns target weights into orders at a close, lives through the next bar, and says
 * what that did. A bar goes: fills at its open, liquidation on the marks inside it, marks at its close, interest,
 * funding of what is still open, and liquidation again.
 */
final class CryptoDesk {
  /** A weight of 0.3 of an equity that divides evenly must not lose a lot to the last bit of a double. */
  private static final double ROUNDING = 1 + 1e-12;

  private final Bars bars;
  private final Account account;
  private final BarExchange exchange;
  private final CryptoRules rules;
  private final MarginDesk margin;
  private final MarkWatch watch;
  private final FundingClock funding;
  private final long cash;
  private final int assets;
  private final double[] lotValue;
  private long realised;
  private double equity;
  private double behind;
  private double gross;
  private double fundingPaid;
  private int refused;
  private boolean liquidated;

  CryptoDesk(CryptoRules rules, List<Instrument> instruments, Bars bars) {
    this.rules = rules;
    this.bars = bars;
    account =
        new Account(
            instruments,
            instruments.getFirst().currency(),
            rules.margin().model(instruments.size()));
    exchange =
        new BarExchange(
            bars,
            account,
            rules.costs(instruments),
            rules.participationLimit(),
            FillListener.NONE,
            rules.venueRules());
    margin = new MarginDesk(rules.margin(), instruments, account, exchange);
    watch = new MarkWatch(bars, account, margin, rules.margin());
    funding = new FundingClock(bars, instruments);
    cash = Money.ofRounded(rules.cash());
    assets = instruments.size();
    lotValue = instruments.stream().mapToDouble(Instrument::tickLotValue).toArray();
  }

  /** A new account at the close of a bar. */
  void open(int bar) {
    account.reset(cash);
    margin.open();
    exchange.reset(bar);
    funding.reset(bar);
    realised = 0;
    fundingPaid = 0;
    refused = 0;
    liquidated = false;
    value();
  }

  /** Sums over all positions, taken once a step. */
  private void value() {
    equity = Money.toDouble(account.equity());
    behind = margin.isolated() ? Money.toDouble(margin.behind()) : equity;
    gross = Money.toDouble(account.gross());
  }

  /** Orders what is missing to the weights, and lives through the next bar. */
  void trade(double[] weights, double[] held, RewardInput step) {
    int now = exchange.now();
    step.equityBefore = equity;
    account.beginStep();
    refused = 0;
    order(weights, held, account.equity(), now);
    exchange.fill();
    boolean called = watch.insideBar(now + 1);
    exchange.markAtClose();
    rules.borrowing().charge(account, bars.closeTime(now + 1) - bars.closeTime(now));
    pay(now + 1);
    called |= watch.atClose();
    liquidated = called && !margin.holds();
    realised += account.stepRealised();
    value();
    step.equityAfter = equity;
    step.traded = Money.toDouble(account.stepTraded());
    step.fees = Money.toDouble(account.stepFees());
    step.carry = Money.toDouble(account.stepCarry());
    step.gross = gross;
    step.benchmarkReturn = benchmark(now, now + 1);
  }

  private void order(double[] weights, double[] held, long equity, int now) {
    for (int asset = 0; asset < assets; asset++) {
      double weight = weights[asset];
      double lotWorth = bars.close(asset, now) * lotValue[asset];
      boolean moves = Math.abs(weight - held[asset]) > rules.band() || weight == 0;
      if (moves && lotWorth > 0) {
        OrderResult result = exchange.target(asset, (long) (weight * equity / lotWorth * ROUNDING));
        refused += result == OrderResult.ACCEPTED ? 0 : 1;
      }
    }
  }

  /** Funding of the stamps that the bar has passed, on the positions that are open at its end. */
  private void pay(int bar) {
    if (funding.advance(bar)) {
      long before = account.stepCarry();
      for (int asset = 0; asset < assets; asset++) {
        if (account.lots(asset) != 0 && funding.stamped(asset)) {
          Carry.fund(account, asset, bars.funding(asset, bar));
        }
      }
      fundingPaid = Money.toDouble(account.stepCarry() - before);
    } else {
      fundingPaid = 0;
    }
  }

  /** Return of the assets that traded, in equal parts. */
  private double benchmark(int from, int to) {
    double sum = 0;
    int counted = 0;
    for (int asset = 0; asset < assets; asset++) {
      long before = bars.close(asset, from);
      if (before > 0) {
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

  /** Whether positions were liquidated in the last bar and none is left. */
  boolean liquidated() {
    return liquidated;
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

  /** Orders of the last step that the venue refused. */
  int refused() {
    return refused;
  }

  /** Funding paid in the last step, negative when received. */
  double fundingPaid() {
    return fundingPaid;
  }

  /** The last rate that was settled, basis points. */
  double fundingRate(int asset) {
    return funding.rate(asset);
  }

  /** The part of the funding interval that is left, in (0, 1]. */
  double timeToStamp(int asset) {
    return funding.left(asset, bars.closeTime(bar()));
  }

  double price(int asset) {
    return Money.toDouble(bars.close(asset, bar()) * account.tickSize(asset));
  }

  double coins(int asset) {
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
    return bars.traded(asset, bar());
  }

  /** What stands behind open positions. */
  double behind() {
    return behind;
  }

  double maintenance() {
    return Money.toDouble(margin.maintenance());
  }

  /** Whether the venue lends enough for a position of so many times equity. */
  boolean permits(double weight) {
    double price = price(0);
    double coins = price > 0 ? weight * equity / price : 0;
    return weight <= 1 || weight <= rules.mostLeverage(weight * equity, coins);
  }

  String render() {
    return String.format(
        "bar %d, equity %.2f, cash %.2f, gross %.2f", bar(), equity(), cash(), gross());
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(exchange.now());
    account.save(out);
    out.writeLong(realised);
    out.writeDouble(fundingPaid);
    out.writeBoolean(liquidated);
  }

  void restore(DataInput in) throws IOException {
    int bar = in.readInt();
    exchange.reset(bar);
    funding.reset(bar);
    account.restore(in);
    realised = in.readLong();
    fundingPaid = in.readDouble();
    liquidated = in.readBoolean();
    value();
  }
}
