package io.tradinggym.market.account;

import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Instrument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What an {@link Account} holds: the instruments it may hold, the position in each, and what positions are worth. Money
 * is in units of 1e-8 of an asset's currency; an asset is an index into the list of instruments. Only the account
 * changes it.
 */
public final class Positions implements Lots {
  /** Lots, cost, exposure, valuation and mark. */
  private static final int COLUMNS = 5;

  final Listing listing;
  final List<Currency> currencies;
  final int[] currencyOf;
  final long[] lots;
  final long[] cost;
  final long[] exposure;
  final long[] valuation;
  final long[] mark;
  final long[] tickLotValue;
  final boolean[] inverse;

  /** Whether any asset is inverse: asked before looking which. */
  final boolean inverses;

  final Rates rates;
  final boolean oneCurrency;

  /** Sum of absolute exposures; of use where all are in one currency. */
  private long gross;

  /** Sum of exposures; of use where all are in one currency. */
  private long net;

  Positions(Listing listing) {
    this.listing = listing;
    currencies = listing.currencies;
    currencyOf = listing.currencyOf;
    tickLotValue = listing.tickLotValue;
    inverse = listing.inverse;
    inverses = listing.inverses;
    rates = new Rates(currencies.size());
    oneCurrency = currencies.size() == 1;
    int size = listing.size();
    lots = new long[size];
    cost = new long[size];
    exposure = new long[size];
    valuation = new long[size];
    mark = new long[size];
  }

  void clear() {
    listing.clear();
    Arrays.fill(lots, 0);
    Arrays.fill(cost, 0);
    Arrays.fill(exposure, 0);
    Arrays.fill(valuation, 0);
    Arrays.fill(mark, 0);
    gross = 0;
    net = 0;
    rates.clear();
  }

  /** A position or its mark has changed. */
  void expose(int asset) {
    long before = exposure[asset];
    long now = notional(asset, lots[asset]);
    exposure[asset] = now;
    gross = Math.addExact(gross - Math.abs(before), Math.abs(now));
    net += now - before;
  }

  /** Turns a position at unchanged cost into another asset's; both are to be revalued. */
  void move(int asset, int successor, long newLots, long newMark) {
    lots[successor] = newLots;
    cost[successor] = cost[asset];
    mark[successor] = newMark;
    lots[asset] = 0;
    cost[asset] = 0;
    mark[asset] = 0;
  }

  /** Checks that an asset may leave: nothing is held of it, and it came later than the account. */
  void requireGone(int asset) {
    if (asset < listing.fixed || !listing.has(asset)) {
      throw new IllegalArgumentException(
          asset < listing.fixed
              ? instrument(asset).symbol() + " was there from the start and stays"
              : "nothing is listed in slot " + asset);
    }
    if (lots[asset] != 0) {
      throw new IllegalStateException(
          "%s cannot be delisted while %d lots are held"
              .formatted(instrument(asset).symbol(), lots[asset]));
    }
  }

  /** Takes an instrument out of the list. */
  void delist(int asset) {
    listing.remove(asset);
    mark[asset] = 0;
  }

  void copy(Positions other) {
    listing.copy(other.listing);
    System.arraycopy(other.lots, 0, lots, 0, lots.length);
    System.arraycopy(other.cost, 0, cost, 0, lots.length);
    System.arraycopy(other.exposure, 0, exposure, 0, lots.length);
    System.arraycopy(other.valuation, 0, valuation, 0, lots.length);
    System.arraycopy(other.mark, 0, mark, 0, lots.length);
    gross = other.gross;
    net = other.net;
    rates.copy(other.rates);
  }

  /** Numbers that {@link #store} writes, where no instrument comes or goes. */
  int stateSize() {
    return COLUMNS * lots.length + 2 + (oneCurrency ? 0 : rates.stateSize());
  }

  /** Asset after asset, for columns of one asset are most of all. */
  void store(long[] row, int at) {
    int next = at;
    for (int asset = 0; asset < lots.length; asset++) {
      row[next] = lots[asset];
      row[next + 1] = cost[asset];
      row[next + 2] = exposure[asset];
      row[next + 3] = valuation[asset];
      row[next + 4] = mark[asset];
      next += COLUMNS;
    }
    row[next] = gross;
    row[next + 1] = net;
    if (!oneCurrency) {
      rates.store(row, next + 2);
    }
  }

  void load(long[] row, int at) {
    int next = at;
    for (int asset = 0; asset < lots.length; asset++) {
      lots[asset] = row[next];
      cost[asset] = row[next + 1];
      exposure[asset] = row[next + 2];
      valuation[asset] = row[next + 3];
      mark[asset] = row[next + 4];
      next += COLUMNS;
    }
    gross = row[next];
    net = row[next + 1];
    if (!oneCurrency) {
      rates.load(row, next + 2);
    }
  }

  void save(DataOutput out) throws IOException {
    listing.save(out);
    Columns.write(lots, out);
    Columns.write(cost, out);
    Columns.write(mark, out);
    Columns.write(valuation, out);
  }

  void restore(DataInput in) throws IOException {
    listing.restore(in);
    Columns.read(lots, in);
    Columns.read(cost, in);
    Columns.read(mark, in);
    Columns.read(valuation, in);
  }

  /** Whether a position of so many lots would be smaller than the one held, on the same side, or none. */
  boolean shrinks(int asset, long newLots) {
    return newLots == 0
        || ((newLots ^ lots[asset]) >= 0 && Math.abs(newLots) <= Math.abs(lots[asset]));
  }

  /** {@return the number of assets: instruments that stay, and slots for those that come and go} */
  public int assets() {
    return lots.length;
  }

  /**
   * {@return whether anything is listed in a slot}
   *
   * @param asset index of the asset, from 0
   */
  public boolean listed(int asset) {
    return listing.has(asset);
  }

  /**
   * {@return what an asset is}
   *
   * @param asset index of the asset, from 0
   * @throws IllegalArgumentException if its slot is empty
   */
  public Instrument instrument(int asset) {
    return listing.instrument(asset);
  }

  /**
   * {@return whether {@link #instrument} is there already; an option that was listed by its terms is made when it is
   * first asked for}
   *
   * @param asset index of the asset, from 0
   */
  public boolean made(int asset) {
    return listing.made(asset);
  }

  /**
   * {@return whether an asset is entered without payment, as perpetuals are}
   *
   * @param asset index of the asset, from 0
   */
  public boolean contract(int asset) {
    return listing.contract[asset];
  }

  /** {@return the options among the assets} */
  public ListedOptions options() {
    return listing.options;
  }

  /** {@return the currencies, the base first; elsewhere a currency is an index into this list} */
  public List<Currency> currencies() {
    return currencies;
  }

  /**
   * {@return the currency that an asset is paid in: index into {@link #currencies}}
   *
   * @param asset index of the asset, from 0
   */
  public int currency(int asset) {
    return currencyOf[asset];
  }

  /**
   * {@return the index of the asset that an option is written on; the asset itself for others}
   *
   * @param asset index of the asset, from 0
   */
  public int underlying(int asset) {
    return listing.underlyings[asset];
  }

  /** Lots held; negative is short. */
  @Override
  public long lots(int asset) {
    return lots[asset];
  }

  /**
   * {@return the exact total cost of the position, money units; negative for a short one}
   *
   * @param asset index of the asset, from 0
   */
  public long cost(int asset) {
    return cost[asset];
  }

  /**
   * {@return the average price that the position was entered at, ticks; NaN without one}
   *
   * @param asset index of the asset, from 0
   */
  public double entry(int asset) {
    return (double) cost[asset] / tickLotValue[asset] / lots[asset];
  }

  /**
   * {@return the last mark, ticks; 0 before the first}
   *
   * @param asset index of the asset, from 0
   */
  public long mark(int asset) {
    return mark[asset];
  }

  /**
   * {@return the value of the position at its mark, money units of its currency; the exposure of a perpetual}
   *
   * @param asset index of the asset, from 0
   */
  public long exposure(int asset) {
    return exposure[asset];
  }

  /**
   * {@return the profit of the open position before fees, money units of its currency}
   *
   * @param asset index of the asset, from 0
   */
  public long unrealised(int asset) {
    return valuation[asset];
  }

  /**
   * {@return what closing the whole position at a price, ticks, would realise before fees; money units of its currency}
   *
   * @param asset index of the asset, from 0
   * @param ticks price in ticks
   */
  public long profitAt(int asset, long ticks) {
    return -Math.addExact(paid(asset, ticks, -lots[asset]), cost[asset]);
  }

  /**
   * {@return the value of so many lots at the asset's mark, money units of its currency}
   *
   * @param asset index of the asset, from 0
   * @param quantity in lots; below 0 = short
   */
  public long notional(int asset, long quantity) {
    return notionalAt(asset, mark[asset], quantity);
  }

  /**
   * {@return the value of so many lots at a price, money units of the asset's currency}
   *
   * @param asset index of the asset, from 0
   * @param ticks price in ticks
   * @param quantity in lots; below 0 = short
   */
  public long notionalAt(int asset, long ticks, long quantity) {
    if (inverses && inverse[asset]) {
      return ticks == 0 ? 0 : instrument(asset).notional(ticks, quantity);
    }
    return Math.multiplyExact(Math.multiplyExact(ticks, quantity), tickLotValue[asset]);
  }

  /**
   * {@return what lots lose when the price moves against them, rounded up: so many ticks from a price; money units, >=
   * 0}
   *
   * @param asset index of the asset, from 0
   * @param from price in ticks where the move begins; > 0 for an inverse contract
   * @param ticks how far it goes, >= 0
   * @param quantity in lots, either side
   */
  public long moved(int asset, long from, long ticks, long quantity) {
    return inverse[asset]
        ? Money.shareUp(notionalAt(asset, from, Math.abs(quantity)), ticks, from)
        : notionalAt(asset, ticks, Math.abs(quantity));
  }

  /**
   * {@return the money units of one tick on one of the underlying}
   *
   * @param asset index of the asset, from 0
   */
  public long tickSize(int asset) {
    return listing.tickSize[asset];
  }

  /**
   * {@return the money units of one tick on one lot; of an inverse contract, what one lot is worth at a price of one
   * tick}
   *
   * @param asset index of the asset, from 0
   */
  public long tickLotValue(int asset) {
    return tickLotValue[asset];
  }

  /**
   * {@return the lots in one share or coin; 1 for options, whose lot is a contract}
   *
   * @param asset index of the asset, from 0
   */
  public long lotsPerUnit(int asset) {
    return listing.lotsPerUnit[asset];
  }

  /**
   * What the books value a position at: an inverse contract's coins are owed, rounded up, and fewer as the price rises.
   */
  long worth(int asset) {
    return inverse[asset] && lots[asset] != 0 ? worth(asset, lots[asset]) : exposure[asset];
  }

  /** What lots of an inverse contract cost: coins owed for those bought, rounded up. */
  long paidFor(int asset, long ticks, long quantity) {
    return -Math.floorDiv(Math.multiplyExact(quantity, tickLotValue[asset]), ticks);
  }

  /** The gross value if an asset had so many lots instead; of use where all are in one currency. */
  long grossWith(int asset, long newLots) {
    return Math.addExact(
        gross - Math.abs(exposure[asset]), Math.abs(notionalAt(asset, mark[asset], newLots)));
  }

  /**
   * {@return whether an asset's worth is counted in what its price is of: {@code lots / price}}
   *
   * @param asset index of the asset, from 0
   */
  public boolean inverse(int asset) {
    return inverse[asset];
  }

  /**
   * {@return what so many lots cost at a price, ticks, as the books have it; money units, negative when sold}
   *
   * @param asset index of the asset, from 0
   * @param ticks price in ticks
   * @param quantity in lots; below 0 = short
   */
  public long paid(int asset, long ticks, long quantity) {
    return inverse[asset] ? paidFor(asset, ticks, quantity) : notionalAt(asset, ticks, quantity);
  }

  /**
   * {@return what the books value so many lots at, at the asset's mark; money units, negative when short}
   *
   * @param asset index of the asset, from 0
   * @param quantity in lots; below 0 = short
   */
  public long worth(int asset, long quantity) {
    return inverse[asset] && quantity != 0
        ? -Math.ceilDiv(Math.multiplyExact(quantity, tickLotValue[asset]), mark[asset])
        : notional(asset, quantity);
  }

  /** {@return the sum of absolute position values, base currency} */
  public long gross() {
    if (oneCurrency) {
      return gross;
    }
    long sum = 0;
    for (int asset = 0; asset < exposure.length; asset++) {
      sum = Math.addExact(sum, toBase(currencyOf[asset], Math.abs(exposure[asset])));
    }
    return sum;
  }

  /** {@return the sum of signed position values, base currency} */
  public long net() {
    if (oneCurrency) {
      return net;
    }
    long sum = 0;
    for (int asset = 0; asset < exposure.length; asset++) {
      sum = Math.addExact(sum, toBase(currencyOf[asset], exposure[asset]));
    }
    return sum;
  }

  /** Whether any position may be short; asked before looking which. */
  boolean mayBeShort() {
    return !oneCurrency || gross != net;
  }

  /**
   * {@return an amount in money units of the base currency, rounded down (towards a worse result for its owner)}
   *
   * @param currency index into {@link #currencies}
   * @param amount money units of that currency
   */
  public long toBase(int currency, long amount) {
    return rates.toBase(currency, amount);
  }
}
