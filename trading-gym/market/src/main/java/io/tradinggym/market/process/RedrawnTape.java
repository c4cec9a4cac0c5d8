package io.tradinggym.market.process;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.MarketTape;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A tape whose state is the stream that its episode began with: restoring draws the same bars again. */
abstract class RedrawnTape implements MarketTape {
  private final int firstDecision;
  final SimulatedBars bars;
  private final RandomStream origin = RandomStreams.of(0).stream("tape");
  private boolean drawn;

  RedrawnTape(SimulatedBars bars, int firstDecision) {
    this.bars = bars;
    this.firstDecision = firstDecision;
  }

  /** Fills the bars. */
  abstract void draw(RandomStream random);

  @Override
  public final void next(RandomStream random) {
    origin.copyFrom(random);
    drawn = true;
    draw(random);
  }

  @Override
  public Bars bars() {
    return bars;
  }

  @Override
  public final int firstDecision() {
    return firstDecision;
  }

  @Override
  public final void save(DataOutput out) throws IOException {
    out.writeBoolean(drawn);
    origin.save(out);
  }

  @Override
  public final void restore(DataInput in) throws IOException {
    drawn = in.readBoolean();
    origin.restore(in);
    if (drawn) {
      draw(origin.fork());
    }
  }
}
