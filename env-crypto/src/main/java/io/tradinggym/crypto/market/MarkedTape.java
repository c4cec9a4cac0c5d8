package io.tradinggym.crypto.market;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.crypto.funding.FundingFormula;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.MarketTape;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A tape of drawn paths whose marks and funding are worked out after every draw. */
final class MarkedTape implements MarketTape {
  private final MarketTape paths;
  private final MarkedBars bars;

  MarkedTape(MarketTape paths, int[] places, int coins, FundingFormula formula) {
    this.paths = paths;
    bars = new MarkedBars(paths.bars(), places, coins, formula);
  }

  @Override
  public void next(RandomStream random) {
    paths.next(random);
    bars.derive();
  }

  @Override
  public Bars bars() {
    return bars;
  }

  @Override
  public int firstDecision() {
    return paths.firstDecision();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    paths.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    paths.restore(in);
    bars.derive();
  }
}
