package io.tradinggym.crypto.env;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.Money;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.reward.RewardInput;
import io.tradinggym.trading.Desk;
import io.tradinggym.trading.MarketCursor;
import io.tradinggym.trading.trace.Traced;
import io.tradinggym.trading.trace.TradeTrace;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** One coin on two venues, an account on each, and what is under way between them. */
final class CrossVenueDesk implements Desk, Traced {
  static final int VENUES = 2;

  private static final long MILLION = 1_000_000;

  /** Cash that buying a clip may cost more than at the mark: fees, spread and a move. */
  private static final double ROOM = 1.02;

  private final CrossVenueEnvironment.Terms terms;
  private final MarketCursor cursor;
  private final Venue[] venues = new Venue[VENUES];
  private final Transfers transfers;
  private final long capital;
  private CrossVenueAction wanted = CrossVenueAction.NOTHING;
  private long clip;
  private long heldCoins;
  private long heldCash;
  private long transferFees;

  /** Worth of the first inventory at the close before, money units. */
  private long benchmark;

  private double realised;
  private double equity;

  CrossVenueDesk(MarketCursor cursor, CryptoRules rules, CrossVenueEnvironment.Terms terms) {
    this.terms = terms;
    this.cursor = cursor;
    Market market = cursor.market();
    Bars bars = cursor.bars();
    for (int venue = 0; venue < VENUES; venue++) {
      venues[venue] =
          new Venue(
              market.instruments().get(venue),
              new VenueBars(bars, venue),
              rules.costs(market.instruments()).get(venue),
              rules.participationLimit());
    }
    transfers = new Transfers(terms.transfers());
    capital = Money.ofRounded(rules.cash());
  }

  @Override
  public void open(RandomStream random) {
    cursor.start(random);
    transfers.clear();
    for (Venue venue : venues) {
      venue.open(cursor.bar(), capital / VENUES);
    }
    clip = Math.max(1, (long) (terms.clip() * capital / venues[0].worth(1)));
    heldCoins = venues[0].lots() + venues[1].lots();
    heldCash = venues[0].cash() + venues[1].cash();
    realised = 0;
    value();
  }

  private void value() {
    equity =
        Money.toDouble(
            venues[0].equity() + venues[1].equity() + transfers.cash() + transfers.coins(venues));
  }

  /** Asks for an action to be done; one that is not {@link #allowed} does nothing. */
  void want(CrossVenueAction action) {
    wanted = action;
  }

  @Override
  public void trade(RandomStream random) {
    benchmark = heldCash + venues[0].worth(heldCoins);
    transferFees = 0;
    act();
    venues[0].beginStep();
    venues[1].beginStep();
    venues[0].step();
    venues[1].step();
    cursor.advance();
  }

  /** What has arrived by now is handed over before. */
  @Override
  public void value(RewardInput flows) {
    flows.equityBefore = equity;
    flows.traded = Money.toDouble(venues[0].traded() + venues[1].traded());
    flows.fees = Money.toDouble(venues[0].fees() + venues[1].fees() + transferFees);
    realised += Money.toDouble(venues[0].realised() + venues[1].realised());
    transfers.arrive(cursor.bar(), venues);
    value();
    flows.equityAfter = equity;
    flows.carry = 0;
    flows.gross =
        Money.toDouble(venues[0].worth(venues[0].lots()) + venues[1].worth(venues[1].lots()));
    flows.benchmarkReturn = (double) (heldCash + venues[0].worth(heldCoins)) / benchmark - 1;
  }

  private void act() {
    if (!allowed(wanted)) {
      return;
    }
    int to = wanted.to();
    switch (wanted) {
      case BUY_A, BUY_B -> {
        long lots = wanted == CrossVenueAction.BUY_A ? clip : -clip;
        venues[0].order(lots);
        venues[1].order(-lots);
      }
      case COINS_TO_A, COINS_TO_B -> {
        long lost = Math.ceilDiv(clip * terms.fee(), MILLION);
        venues[1 - to].move(-clip);
        transferFees = venues[1 - to].worth(lost);
        transfers.send(to, cursor.bar() + terms.delay(), clip - lost, 0);
      }
      case CASH_TO_A, CASH_TO_B -> {
        long amount = venues[0].worth(clip);
        transferFees = Money.shareUp(amount, terms.fee(), MILLION);
        venues[1 - to].pay(-amount);
        transfers.send(to, cursor.bar() + terms.delay(), 0, amount - transferFees);
      }
      case NOTHING -> {}
    }
  }

  /** Whether the inventories hold what an action needs. */
  boolean allowed(CrossVenueAction action) {
    double cost = ROOM * venues[0].worth(clip);
    boolean open = venues[0].tradable() && venues[1].tradable();
    return switch (action) {
      case BUY_A -> open && venues[0].cash() >= cost && venues[1].lots() >= clip;
      case BUY_B -> open && venues[1].cash() >= cost && venues[0].lots() >= clip;
      case COINS_TO_B -> !transfers.isFull() && venues[0].lots() >= clip;
      case COINS_TO_A -> !transfers.isFull() && venues[1].lots() >= clip;
      case CASH_TO_B -> !transfers.isFull() && venues[0].cash() >= cost;
      case CASH_TO_A -> !transfers.isFull() && venues[1].cash() >= cost;
      case NOTHING -> true;
    };
  }

  @Override
  public List<TradeTrace> traces() {
    return List.of(venues[0].trace(), venues[1].trace());
  }

  @Override
  public EndReason end() {
    return equity <= 0
        ? EndReason.RUIN
        : cursor.outOfData() ? EndReason.END_OF_DATA : EndReason.NONE;
  }

  MarketCursor cursor() {
    return cursor;
  }

  @Override
  public double equity() {
    return equity;
  }

  /** Profit of closed positions since the start, before fees, USDT. */
  double realised() {
    return realised;
  }

  Venue venue(int venue) {
    return venues[venue];
  }

  /** Worth of the coins of a venue, USDT. */
  double coins(int venue) {
    return Money.toDouble(venues[venue].worth(venues[venue].lots()));
  }

  /** Cash on a venue, USDT. */
  double cash(int venue) {
    return Money.toDouble(venues[venue].cash());
  }

  /** Cash on both venues, USDT. */
  double cash() {
    return Money.toDouble(venues[0].cash() + venues[1].cash());
  }

  /** Worth of coins under way, USDT. */
  double coinsUnderWay() {
    return Money.toDouble(transfers.coins(venues));
  }

  /** Cash under way, USDT. */
  double cashUnderWay() {
    return Money.toDouble(transfers.cash());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    cursor.save(out);
    for (Venue venue : venues) {
      venue.save(out);
    }
    transfers.save(out);
    for (long number : new long[] {clip, heldCoins, heldCash}) {
      out.writeLong(number);
    }
    out.writeDouble(realised);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    cursor.restore(in);
    for (Venue venue : venues) {
      venue.restore(in);
    }
    transfers.restore(in);
    clip = in.readLong();
    heldCoins = in.readLong();
    heldCash = in.readLong();
    realised = in.readDouble();
    value();
  }
}
