package io.tradinggym.market.feature;

import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.MarketTape;
import org.jspecify.annotations.Nullable;

/**
 * The feature tables of a market's lanes. Lanes that replay the same history share one table, computed once; a lane
 * that draws its own paths has a table of its own.
 */
public final class FeatureTables {
  private final FeatureSet set;
  private final Market market;
  private @Nullable Bars history;
  private @Nullable FeatureTable shared;

  /**
   * Tables of these features.
   *
   * @param set the columns; all of them have learned
   * @param market whose tapes the lanes have
   */
  public FeatureTables(FeatureSet set, Market market) {
    this.set = set;
    this.market = market;
  }

  /**
   * {@return the table of a lane; {@link FeatureTable#refill} keeps it up to date} Any thread may ask.
   *
   * @param tape of that lane, of the market
   */
  public synchronized FeatureTable of(MarketTape tape) {
    if (!(tape.bars() instanceof MarketData data)) {
      return new FeatureTable(set, market.instruments(), tape.bars());
    }
    if (shared == null || history != data) {
      history = data;
      shared = new FeatureTable(set, market.instruments(), data);
      shared.refill();
    }
    return shared;
  }
}
