package io.tradinggym.market.instrument;

/**
 * A future without an end: it is entered without payment, and funding keeps its price near its index. {@link Perpetual}
 * is settled in what its price is counted in, {@link InversePerpetual} in the coin itself.
 */
public sealed interface PerpetualContract extends Instrument permits Perpetual, InversePerpetual {
  /** {@return the coin that the price is of} */
  Currency base();
}
