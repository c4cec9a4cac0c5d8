package io.tradinggym.market.exchange;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Positions;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.data.Bars;
import java.util.Arrays;
import java.util.List;

/**
 * Prices fills on a bar, cuts them to what the account affords, books them, and counts what they took of the volume. To
 * listeners it is the fill that it booked last.
 */
final class Filler implements Fill {
  /** Limit of an order that has none. */
  static final long NO_LIMIT = 0;

  private static final long SHARE = 10_000;

  /** {@code 2^BITS > SHARE}: less than the share at once, for most orders are far below it. */
  private static final int BITS = 14;

  private final Bars bars;
  private final Bars asks;
  private final Bars bids;
  private final Account account;
  private final Positions positions;
  private final Costs[] costs;
  private final int participation;
  private final BarConditions market;
  private final Slippage[] slippage;
  private final boolean[] slips;
  private final boolean[] quoted;

  /** Whether any asset is quoted: asked before looking which. */
  private final boolean quotes;

  private final long[] taken;
  private int bar;
  private long time;
  private int asset;
  private long from;
  private long reference;
  private long limit;
  private boolean maker;
  private long price;
  private long commission;
  private long charged;
  private boolean cut;
  private ExecutionListener listener;
  private long order;
  private long lots;
  private long realised;

  /** @param costs by asset */
  Filler(
      Bars bars,
      Account account,
      List<Costs> costs,
      int participation,
      ExecutionListener listener) {
    if (participation < 0 || participation > SHARE) {
      throw new IllegalArgumentException(
          "participation must be 0 to 10000 basis points, was " + participation);
    }
    this.bars = bars;
    asks = bars.asks();
    bids = bars.bids();
    this.account = account;
    positions = account.positions();
    this.costs = costs.toArray(Costs[]::new);
    this.participation = participation;
    this.listener = listener;
    market = new BarConditions(bars);
    taken = new long[bars.assets()];
    slippage = new Slippage[bars.assets()];
    slips = new boolean[bars.assets()];
    quoted = new boolean[bars.assets()];
    boolean any = false;
    for (int i = 0; i < slips.length; i++) {
      quoted[i] = bars.quoted(i);
      any |= quoted[i];
      Slippage all = this.costs[i].slippage();
      slippage[i] = quoted[i] ? all.beyondSpread() : all;
      slips[i] = slippage[i] != Slippage.NONE;
    }
    quotes = any;
  }

  void listener(ExecutionListener told) {
    listener = told;
  }

  ExecutionListener listener() {
    return listener;
  }

  /** Begins a bar. */
  void bar(int now) {
    bar = now;
    time = bars.closeTime(now);
    Arrays.fill(taken, 0);
  }

  /** What an order at the market meets at the open, by the side that it pays. */
  long open(int ofAsset, long wanted) {
    return (quotes ? wanted > 0 ? asks : bids : bars).open(ofAsset, bar);
  }

  /** The part of an order that the bar's volume has room for. */
  long share(int ofAsset, long wanted) {
    if (participation == BarExchange.UNLIMITED) {
      return wanted;
    }
    long volume = bars.volume(ofAsset, bar);
    if (Math.abs(wanted) + taken[ofAsset] <= (volume >> BITS) * participation) {
      return wanted;
    }
    long most = volume / SHARE * participation + volume % SHARE * participation / SHARE;
    long left = Math.max(0, most - taken[ofAsset]);
    return Math.max(-left, Math.min(left, wanted));
  }

  /**
   * Takes lots at a price of the side that is paid, worsened by slippage.
   *
   * @param atMost worst price, ticks; {@link #NO_LIMIT}
   * @return lots filled
   */
  long take(long ofOrder, int ofAsset, long wanted, long at, long atMost) {
    terms(ofAsset, at, atMost, false);
    middle(wanted);
    return fill(ofOrder, wanted);
  }

  /** Fills an order that rested in the book at its limit; returns the lots filled. */
  long rest(long ofOrder, int ofAsset, long wanted, long at) {
    terms(ofAsset, at, at, true);
    return fill(ofOrder, wanted);
  }

  /** Whether the account affords all of what {@link #take} would fill. */
  boolean affordsAll(int ofAsset, long wanted, long at, long atMost) {
    terms(ofAsset, at, atMost, false);
    middle(wanted);
    quote(wanted);
    return affords(wanted);
  }

  /** What all of an order at the market would cost beyond its worth at the reference price; base currency. */
  long costs(int ofAsset, long wanted, long at) {
    terms(ofAsset, at, NO_LIMIT, false);
    middle(wanted);
    account.mark(asset, reference);
    quote(wanted);
    return -positions.toBase(positions.currency(asset), -beyond(wanted));
  }

  /** What lots cost at the price that was quoted last, base currency. */
  long paid(long quantity) {
    long worth = positions.notionalAt(asset, price, quantity);
    return -positions.toBase(positions.currency(asset), -worth);
  }

  /** Takes lots that the account is known to afford. */
  void takeAll(long ofOrder, int ofAsset, long wanted, long at) {
    terms(ofAsset, at, NO_LIMIT, false);
    middle(wanted);
    quote(wanted);
    book(ofOrder, wanted);
  }

  /**
   * Gets rid of a position, whatever it costs.
   *
   * @param at the middle of the market
   */
  void closeOut(long ofOrder, int now, int ofAsset, long at) {
    long held = positions.lots(ofAsset);
    if (held != 0) {
      bar = now;
      time = bars.closeTime(now);
      terms(ofAsset, at, NO_LIMIT, false);
      if (quotes && quoted[asset]) {
        from = outOf(held, at);
      }
      quote(-held);
      book(ofOrder, -held);
    }
  }

  /** Whether the last fill was less than asked for, because the account could not afford more. */
  boolean wasCut() {
    return cut;
  }

  private void terms(int ofAsset, long at, long atMost, boolean rested) {
    asset = ofAsset;
    from = at;
    reference = at;
    limit = atMost;
    maker = rested;
  }

  /** Where quotes are known, the middle lies half of the open's spread from the side that is paid. */
  private void middle(long quantity) {
    if (quotes && quoted[asset]) {
      long ask = asks.open(asset, bar);
      long bid = bids.open(asset, bar);
      long half = (ask + bid) >> 1;
      reference =
          quantity > 0
              ? Math.max(from - (ask - half), bids.low(asset, bar))
              : Math.min(from + (half - bid), asks.high(asset, bar));
    }
  }

  /** What a position is closed out at: half the wider of the spreads at open and close from the middle. */
  private long outOf(long held, long at) {
    long spread =
        Math.max(
            asks.open(asset, bar) - bids.open(asset, bar),
            asks.close(asset, bar) - bids.close(asset, bar));
    long half = (spread + 1) >> 1;
    Bars side = held > 0 ? bids : asks;
    return Math.clamp(
        held > 0 ? at - half : at + half, side.low(asset, bar), side.high(asset, bar));
  }

  private long fill(long ofOrder, long wanted) {
    cut = false;
    if (wanted == 0) {
      return 0;
    }
    account.mark(asset, reference);
    quote(wanted);
    long filled = wanted;
    if (!affords(wanted)) {
      cut = true;
      filled = affordable(wanted);
      if (filled == 0) {
        return 0;
      }
      quote(filled);
    }
    book(ofOrder, filled);
    return filled;
  }

  private void book(long ofOrder, long filled) {
    realised = account.trade(asset, filled, price, commission, charged);
    taken[asset] += Math.abs(filled);
    order = ofOrder;
    lots = filled;
    listener.filled(this);
  }

  /** Works out price and costs of a fill; left in the fields. */
  private void quote(long quantity) {
    long worse = worse(quantity);
    boolean free = limit == NO_LIMIT;
    if (quantity > 0) {
      long highest = Math.min(from + worse, (quotes ? asks : bars).high(asset, bar));
      price = free ? highest : Math.min(highest, limit);
    } else {
      long lowest = Math.max(from - worse, (quotes ? bids : bars).low(asset, bar));
      price = free ? lowest : Math.max(lowest, limit);
    }
    long beyond = free ? worse - Math.abs(price - from) : 0;
    charged = beyond == 0 ? 0 : positions.moved(asset, from, beyond, quantity);
    long notional = Math.abs(positions.notionalAt(asset, price, quantity));
    commission =
        costs[asset]
            .commission()
            .charge(notional, quantity, positions.lotsPerUnit(asset), maker, time);
  }

  private long worse(long quantity) {
    if (maker || !slips[asset]) {
      return 0;
    }
    // What orders before took of the bar is gone: a large order gains nothing from being sent in
    // parts.
    long size = Math.abs(quantity) + taken[asset];
    return (long) Math.ceil(slippage[asset].ticks(from, size, market.of(asset, bar)));
  }

  /** Whether the account affords what was quoted. */
  private boolean affords(long quantity) {
    return account.affords(asset, Math.addExact(positions.lots(asset), quantity), beyond(quantity));
  }

  /** What was quoted costs beyond its worth at the reference price; money units of the asset's currency. */
  private long beyond(long quantity) {
    long slipped =
        price == reference
            ? 0
            : positions.moved(asset, reference, Math.abs(price - reference), quantity);
    return Math.addExact(Math.addExact(slipped, charged), commission);
  }

  /**
   * The largest part of an order that buying power allows, all of which was quoted and found too much. What is left of
   * buying power falls nearly in a straight line, so the search begins where that meets zero, and goes on from there in
   * steps that double, or halves what is between.
   */
  private long affordable(long wanted) {
    long sign = Long.signum(wanted);
    long good = 0;
    long bad = Math.abs(wanted);
    long next = guess(wanted);
    long step = 1;
    while (bad - good > 1) {
      long now = next > good && next < bad ? next : good + (bad - good) / 2;
      quote(sign * now);
      if (affords(sign * now)) {
        good = now;
        next = now + step;
      } else {
        bad = now;
        next = now - step;
      }
      step *= 2;
    }
    return sign * good;
  }

  /** How many lots could be bought if all of them cost alike. */
  private long guess(long wanted) {
    long held = positions.lots(asset);
    double none = account.left(asset, held, 0);
    double all = account.left(asset, Math.addExact(held, wanted), beyond(wanted));
    return (long) (Math.abs((double) wanted) * none / (none - all));
  }

  @Override
  public long time() {
    return time;
  }

  @Override
  public long order() {
    return order;
  }

  @Override
  public int asset() {
    return asset;
  }

  @Override
  public long lots() {
    return lots;
  }

  @Override
  public long ticks() {
    return price;
  }

  @Override
  public long reference() {
    return reference;
  }

  @Override
  public long commission() {
    return commission;
  }

  @Override
  public long slippage() {
    long worse = lots > 0 ? price - reference : reference - price;
    long moved = worse == 0 ? 0 : positions.moved(asset, reference, Math.abs(worse), lots);
    return Math.addExact(worse < 0 ? -moved : moved, charged);
  }

  @Override
  public long charged() {
    return charged;
  }

  @Override
  public long realised() {
    return realised;
  }

  @Override
  public boolean maker() {
    return maker;
  }

  @Override
  public TradeReason reason() {
    return order > 0
        ? TradeReason.ORDER
        : order == Exchange.TARGET
            ? TradeReason.TARGET
            : order == Exchange.LIQUIDATION ? TradeReason.LIQUIDATION : TradeReason.DELISTING;
  }
}
