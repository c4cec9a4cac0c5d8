package io.tradinggym.market.account;

import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Instrument;
import java.util.List;

/** Reading the positions of whoever has some: an {@link Account}'s questions about single assets. */
public interface PositionView {
  /** {@return the positions} */
  Positions positions();

  /** {@return the number of assets: instruments that stay, and slots for those that come and go} */
  default int assets() {
    return positions().assets();
  }

  /**
   * {@return whether anything is listed in a slot}
   *
   * @param asset index of the asset, from 0
   */
  default boolean listed(int asset) {
    return positions().listed(asset);
  }

  /**
   * {@return what an asset is}
   *
   * @param asset index of the asset, from 0; listed
   */
  default Instrument instrument(int asset) {
    return positions().instrument(asset);
  }

  /** {@return the options among the assets} */
  default ListedOptions options() {
    return positions().options();
  }

  /** {@return the currencies, the base first; elsewhere a currency is an index into this list} */
  default List<Currency> currencies() {
    return positions().currencies();
  }

  /**
   * {@return the currency that an asset is paid in: index into {@link #currencies}}
   *
   * @param asset index of the asset, from 0
   */
  default int currency(int asset) {
    return positions().currency(asset);
  }

  /**
   * {@return the index of the asset that an option is written on; the asset itself for others}
   *
   * @param asset index of the asset, from 0
   */
  default int underlying(int asset) {
    return positions().underlying(asset);
  }

  /**
   * {@return whether an asset is entered without payment, as perpetuals are}
   *
   * @param asset index of the asset, from 0
   */
  default boolean contract(int asset) {
    return positions().contract(asset);
  }

  /**
   * {@return the lots held; negative is short}
   *
   * @param asset index of the asset, from 0
   */
  default long lots(int asset) {
    return positions().lots(asset);
  }

  /**
   * {@return the exact total cost of the position, money units; negative for a short one}
   *
   * @param asset index of the asset, from 0
   */
  default long cost(int asset) {
    return positions().cost(asset);
  }

  /**
   * {@return the average price that the position was entered at, ticks; NaN without one}
   *
   * @param asset index of the asset, from 0
   */
  default double entry(int asset) {
    return positions().entry(asset);
  }

  /**
   * {@return the last mark, ticks; 0 before the first}
   *
   * @param asset index of the asset, from 0
   */
  default long mark(int asset) {
    return positions().mark(asset);
  }

  /**
   * {@return the value of the position at its mark, money units of its currency; the exposure of a perpetual}
   *
   * @param asset index of the asset, from 0
   */
  default long exposure(int asset) {
    return positions().exposure(asset);
  }

  /**
   * {@return the profit of the open position before fees, money units of its currency}
   *
   * @param asset index of the asset, from 0
   */
  default long unrealised(int asset) {
    return positions().unrealised(asset);
  }

  /**
   * {@return what closing the whole position at a price, ticks, would realise before fees; its currency}
   *
   * @param asset index of the asset, from 0
   * @param ticks price in ticks
   */
  default long profitAt(int asset, long ticks) {
    return positions().profitAt(asset, ticks);
  }

  /**
   * {@return the value of so many lots at the asset's mark, money units of its currency}
   *
   * @param asset index of the asset, from 0
   * @param quantity in lots; below 0 = short
   */
  default long notional(int asset, long quantity) {
    return positions().notional(asset, quantity);
  }

  /**
   * {@return the value of so many lots at a price, money units of the asset's currency}
   *
   * @param asset index of the asset, from 0
   * @param ticks price in ticks
   * @param quantity in lots; below 0 = short
   */
  default long notionalAt(int asset, long ticks, long quantity) {
    return positions().notionalAt(asset, ticks, quantity);
  }

  /**
   * {@return what {@link Positions#moved} says}
   *
   * @param asset index of the asset, from 0
   * @param from price in ticks where the move begins
   * @param ticks how far it goes, >= 0
   * @param quantity in lots, either side
   */
  default long moved(int asset, long from, long ticks, long quantity) {
    return positions().moved(asset, from, ticks, quantity);
  }

  /**
   * {@return whether an asset's worth is counted in what its price is of: {@code lots / price}}
   *
   * @param asset index of the asset, from 0
   */
  default boolean inverse(int asset) {
    return positions().inverse(asset);
  }

  /**
   * {@return what so many lots cost at a price, ticks, as the books have it; money units, negative when sold}
   *
   * @param asset index of the asset, from 0
   * @param ticks price in ticks
   * @param quantity in lots; below 0 = short
   */
  default long paid(int asset, long ticks, long quantity) {
    return positions().paid(asset, ticks, quantity);
  }

  /**
   * {@return what the books value so many lots at, at the asset's mark; money units, negative when short}
   *
   * @param asset index of the asset, from 0
   * @param quantity in lots; below 0 = short
   */
  default long worth(int asset, long quantity) {
    return positions().worth(asset, quantity);
  }

  /**
   * {@return the money units of one tick on one of the underlying}
   *
   * @param asset index of the asset, from 0
   */
  default long tickSize(int asset) {
    return positions().tickSize(asset);
  }

  /**
   * {@return what {@link Positions#tickLotValue} says}
   *
   * @param asset index of the asset, from 0
   */
  default long tickLotValue(int asset) {
    return positions().tickLotValue(asset);
  }

  /**
   * {@return the lots in one share or coin; 1 for options, whose lot is a contract}
   *
   * @param asset index of the asset, from 0
   */
  default long lotsPerUnit(int asset) {
    return positions().lotsPerUnit(asset);
  }

  /** {@return the sum of absolute position values, base currency} */
  default long gross() {
    return positions().gross();
  }

  /** {@return the sum of signed position values, base currency} */
  default long net() {
    return positions().net();
  }

  /**
   * {@return an amount in money units of the base currency, rounded down (towards a worse result for its owner)}
   *
   * @param currency index into {@link #currencies}
   * @param amount money units of that currency
   */
  default long toBase(int currency, long amount) {
    return positions().toBase(currency, amount);
  }
}
