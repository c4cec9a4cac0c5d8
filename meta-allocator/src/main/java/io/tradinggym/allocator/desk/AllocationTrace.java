package io.tradinggym.allocator.desk;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.trading.TradingDesk;
import io.tradinggym.trading.flow.Sleeves;
import io.tradinggym.trading.trace.Fills;
import io.tradinggym.trading.trace.TradeTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What became of the capital, step by step, in money units of 1e-8 of the account's currency: for {@link Attribution}
 * and for those who ask why. Off until somebody listens; {@code find(lane, AllocationTrace.class)} shows it.
 */
public final class AllocationTrace {
  private final TradingDesk desk;
  private final Account account;
  private final Sleeves sleeves;
  private final Evidence evidence;
  private final Costs costs;
  private final double halfSpread;
  private final List<AllocationStep> steps = new ArrayList<>();
  private final long[] before;
  private boolean on;
  private int fillsSeen;
  private boolean moved;
  private double[] asked = {};
  private double[] held = {};
  private double[] given = {};
  private double[] chances = {};
  private List<String> limits = List.of();
  private long whole;

  /**
   * A trace.
   *
   * @param costs of the account's trades
   * @param halfSpread part of the price that a trade in the market pays beyond the middle
   */
  AllocationTrace(TradingDesk desk, Evidence evidence, Costs costs, double halfSpread) {
    this.desk = desk;
    this.evidence = evidence;
    this.costs = costs;
    this.halfSpread = halfSpread;
    account = desk.account();
    sleeves = desk.sleeves();
    before = new long[sleeves.count()];
  }

  /**
   * Begins or ends listening, to the trades of the account, too.
   *
   * @param listening true to listen
   */
  public void listen(boolean listening) {
    on = listening;
    trades().listen(listening);
  }

  private TradeTrace trades() {
    return desk.traces().getFirst();
  }

  /** {@return the steps of the episode so far} */
  public List<AllocationStep> steps() {
    return List.copyOf(steps);
  }

  void begin() {
    steps.clear();
    fillsSeen = 0;
  }

  void decided(boolean moves, double[] want, double[] had, Shares shares) {
    if (!on) {
      return;
    }
    moved = moves;
    asked = want.clone();
    held = had.clone();
    given = new double[want.length];
    whole = account.equity();
    for (int i = 0; i < given.length; i++) {
      given[i] = whole > 0 ? (double) sleeves.equity(i + 1) / whole : 0;
    }
    chances = IntStream.range(0, evidence.states()).mapToDouble(evidence::chance).toArray();
    limits = IntStream.range(0, want.length).mapToObj(shares::limits).toList();
    for (int sleeve = 0; sleeve < before.length; sleeve++) {
      before[sleeve] = sleeves.equity(sleeve);
    }
    fillsSeen = trades().fills().size();
  }

  /** The step has been lived through and the books have passed it. */
  void lived(long time) {
    if (!on || asked.length == 0) {
      return;
    }
    long[] profit = new long[before.length];
    for (int sleeve = 0; sleeve < before.length; sleeve++) {
      profit[sleeve] = Math.subtractExact(sleeves.equity(sleeve), before[sleeve]);
    }
    double[] paper = new double[asked.length];
    double[] turnover = new double[asked.length];
    for (int i = 0; i < paper.length; i++) {
      paper[i] = evidence.book(i).lastReturn();
      turnover[i] = evidence.book(i).turnover();
    }
    long[] saved = new long[before.length];
    long paid = fills(saved);
    steps.add(
        new AllocationStep(
            time, chances, asked, held, given, moved, limits, whole, profit, saved, paper, turnover,
            paid));
  }

  /** Reads the fills of the step: what inner trades saved, by sleeve, and what all others cost. */
  private long fills(long[] saved) {
    Fills fills = trades().fills();
    long paid = 0;
    for (int row = fillsSeen; row < fills.size(); row++) {
      int sleeve = fills.sleeve(row);
      if (fills.reason(row) == TradeReason.CROSS && sleeve >= 0) {
        saved[sleeve] = Math.addExact(saved[sleeve], inMarket(fills, row));
      } else {
        paid = Math.addExact(paid, Math.addExact(fills.commission(row), fills.slippage(row)));
      }
    }
    fillsSeen = fills.size();
    return paid;
  }

  /** What an inner trade would have cost in the market. */
  private long inMarket(Fills fills, int row) {
    int asset = fills.asset(row);
    long lots = Math.abs(fills.lots(row));
    long notional = Math.abs(account.notionalAt(asset, fills.ticks(row), lots));
    long commission =
        costs
            .commission()
            .charge(notional, lots, account.lotsPerUnit(asset), false, fills.time(row));
    return Math.addExact(commission, Math.round(notional * halfSpread));
  }
}
