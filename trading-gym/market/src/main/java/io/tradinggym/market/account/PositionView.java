package io.tradinggym.market.account;

import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Instrument;
import java.util.List;

/** Reading the positions of whoever has some: an {@link Account}'s questions about single assets. */
public interface PositionView {
  /** The positions. */
  Positions positions();

  /** Number of assets: instruments that stay, and slots for those that come and go. */
  default int assets() {
    return positions().assets();
  }

  /** Whether anything is listed in a slot. */
  default boolean listed(int asset) {
    return positions().listed(asset);
  }

  /** What an asset is. */
  default Instrument instrument(int asset) {
    return positions().instrument(asset);
  }

  /** The options among the assets. */
  default ListedOptions options() {
    return positions().options();
  }

  /** The currencies, the base first; elsewhere a currency is an index into this list. */
  default List<Currency> currencies() {
    return positions().currencies();
  }

  /** The currency that an asset is paid in. */
  default int currency(int asset) {
    return positions().currency(asset);
  }

  /** The asset that an option is written on; the asset itself for others. */
  default int underlying(int asset) {
    return positions().underlying(asset);
  }

  /** Whether an asset is entered without payment, as perpetuals are. */
  default boolean contract(int asset) {
    return positions().contract(asset);
  }

  /** Lots held; negative is short. */
  default long lots(int asset) {
    return positions().lots(asset);
  }

  /** Exact total cost of the position, money units; negative for a short one. */
  default long cost(int asset) {
    return positions().cost(asset);
  }

  /** Average price that the position was entered at, ticks; NaN without one. */
  default double entry(int asset) {
    return positions().entry(asset);
  }

  /** Last mark, ticks; 0 before the first. */
  default long mark(int asset) {
    return positions().mark(asset);
  }

  /** Value of the position at its mark, money units of its currency; the exposure of a perpetual. */
  default long exposure(int asset) {
    return positions().exposure(asset);
  }

  /** Profit of the open position before fees, money units of its currency. */
  default long unrealised(int asset) {
    return positions().unrealised(asset);
  }

  /** What closing the whole position at a price, ticks, would realise before fees; its currency. */
  default long profitAt(int asset, long ticks) {
    return positions().profitAt(asset, ticks);
  }

  /** Value of so many lots at the asset's mark, money units of its currency. */
  default long notional(int asset, long quantity) {
    return positions().notional(asset, quantity);
  }

  /** Value of so many lots at a price, money units of the asset's currency. */
  default long notionalAt(int asset, long ticks, long quantity) {
    return positions().notionalAt(asset, ticks, quantity);
  }

  /** See {@link Positions#moved}. */
  default long moved(int asset, long from, long ticks, long quantity) {
    return positions().moved(asset, from, ticks, quantity);
  }

  /** Whether an asset's worth is counted in what its price is of: {@code lots / price}. */
  default boolean inverse(int asset) {
    return positions().inverse(asset);
  }

  /** What so many lots cost at a price, ticks, as the books have it; money units, negative when sold. */
  default long paid(int asset, long ticks, long quantity) {
    return positions().paid(asset, ticks, quantity);
  }

  /** What the books value so many lots at, at the asset's mark; money units, negative when short. */
  default long worth(int asset, long quantity) {
    return positions().worth(asset, quantity);
  }

  /** Money units of one tick on one of the underlying. */
  default long tickSize(int asset) {
    return positions().tickSize(asset);
  }

  /** See {@link Positions#tickLotValue}. */
  default long tickLotValue(int asset) {
    return positions().tickLotValue(asset);
  }

  /** Lots in one share or coin; 1 for options, whose lot is a contract. */
  default long lotsPerUnit(int asset) {
    return positions().lotsPerUnit(asset);
  }

  /** Sum of absolute position values, base currency. */
  default long gross() {
    return positions().gross();
  }

  /** Sum of signed position values, base currency. */
  default long net() {
    return positions().net();
  }

  /** An amount in the base currency, rounded down (towards a worse result for its owner). */
  default long toBase(int currency, long amount) {
    return positions().toBase(currency, amount);
  }
}
