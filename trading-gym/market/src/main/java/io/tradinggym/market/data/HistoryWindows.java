package io.tradinggym.market.data;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.instrument.Instrument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Windows of a history: every episode gets one at random, all of whose bars, those it only looks back on too, lie in
 * one run of allowed bars. So agents can be trained on both sides of a test that none of their observations touches.
 */
public final class HistoryWindows implements Market {
  private final MarketData data;
  private final double barsPerYear;
  private final List<Run> runs;
  private final int history;
  private final int bars;

  /**
   * Bars in a row.
   *
   * @param from index of the first bar
   * @param to index of the bar after the last
   */
  public record Run(int from, int to) {
    /** {@return the number of bars} */
    public int length() {
      return to - from;
    }
  }

  /**
   * Windows as long as environments will ask for.
   *
   * @param data all of the history
   * @param barsPerYear bars a year, &gt; 0
   * @param runs allowed bars, ascending, apart from each other, within the data; those shorter than an episode are left
   *     out
   * @throws IllegalArgumentException if they are not so, or none is long enough
   */
  public HistoryWindows(MarketData data, double barsPerYear, List<Run> runs) {
    this(data, barsPerYear, runs, 0, 2);
  }

  private HistoryWindows(
      MarketData data, double barsPerYear, List<Run> runs, int history, int bars) {
    this.data = data;
    this.barsPerYear = barsPerYear;
    this.history = history;
    this.bars = bars;
    int last = 0;
    for (Run run : runs) {
      if (run.from() < last || run.to() <= run.from() || run.to() > data.length()) {
        throw new IllegalArgumentException(
            "runs must ascend within the " + data.length() + " bars, were " + runs);
      }
      last = run.to();
    }
    this.runs = runs.stream().filter(run -> run.length() >= history + bars).toList();
    if (this.runs.isEmpty()) {
      throw new IllegalArgumentException(
          "no run of bars is as long as an episode of "
              + bars
              + " with the "
              + history
              + " that it looks back on; runs: "
              + runs);
    }
  }

  @Override
  public Market forEpisodes(int before, int episode) {
    return new HistoryWindows(data, barsPerYear, runs, before, episode);
  }

  @Override
  public List<Instrument> instruments() {
    return data.instruments();
  }

  @Override
  public boolean quoted() {
    return data.asks() != data;
  }

  @Override
  public boolean pricesAsPrinted() {
    return data.hasActions();
  }

  @Override
  public MarketKind kind() {
    return MarketKind.REPLAYED;
  }

  @Override
  public double barsPerYear() {
    return barsPerYear;
  }

  @Override
  public String fingerprint() {
    return data.fingerprint() + " " + runs;
  }

  @Override
  public MarketTape tape() {
    return new Tape();
  }

  private final class Tape implements MarketTape {
    private final WindowBars window = new WindowBars(data, runs.getFirst().from(), history + bars);

    @Override
    public void next(RandomStream random) {
      int starts = 0;
      for (Run run : runs) {
        starts += run.length() - window.length() + 1;
      }
      int chosen = random.integer(starts);
      for (Run run : runs) {
        int here = run.length() - window.length() + 1;
        if (chosen < here) {
          window.move(run.from() + chosen);
          return;
        }
        chosen -= here;
      }
    }

    @Override
    public Bars bars() {
      return window;
    }

    @Override
    public int firstDecision() {
      return history;
    }

    @Override
    public void save(DataOutput out) throws IOException {
      out.writeInt(window.offset());
    }

    @Override
    public void restore(DataInput in) throws IOException {
      window.move(in.readInt());
    }
  }
}
