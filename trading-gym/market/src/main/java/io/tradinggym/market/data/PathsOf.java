package io.tradinggym.market.data;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A simulated market whose paths come from streams of a name: no path of another name is ever among them. */
record PathsOf(Market market, String name) implements MarketOf {

  @Override
  public Market forEpisodes(int history, int bars) {
    return new PathsOf(market.forEpisodes(history, bars), name);
  }

  @Override
  public MarketTape tape() {
    return new Named(market.tape(), name);
  }

  private record Named(MarketTape tape, String name) implements MarketTape {
    @Override
    public void next(RandomStream random) {
      tape.next(RandomStreams.of(random.nextLong()).stream(name));
    }

    @Override
    public Bars bars() {
      return tape.bars();
    }

    @Override
    public int firstDecision() {
      return tape.firstDecision();
    }

    @Override
    public void save(DataOutput out) throws IOException {
      tape.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      tape.restore(in);
    }
  }
}
