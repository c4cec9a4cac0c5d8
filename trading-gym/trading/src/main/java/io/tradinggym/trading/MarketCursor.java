package io.tradinggym.trading;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.feature.FeatureTable;
import io.tradinggym.market.feature.FeatureTables;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One lane's way through a market of bars: draws an episode, chooses where it begins, and stands at the close of a bar.
 */
public final class MarketCursor implements Resumable {
  /** Numbers that {@link #store} writes. */
  static final int STATE = 3;

  private final Market market;
  private final Episodes episodes;
  private final MarketTape tape;
  private final Bars bars;
  private final FeatureTable features;
  private final int earliest;
  private int firstBar;
  private int lastBar;
  private int bar;

  /**
   * A cursor for one lane.
   *
   * @param market what is gone through
   * @param tables features of the market, shared by lanes where they can be
   * @param episodes where episodes begin and how long they are
   * @throws IllegalArgumentException if the market is too short for a single step
   */
  public MarketCursor(Market market, FeatureTables tables, Episodes episodes) {
    this.market = market;
    this.episodes = episodes;
    tape = market.tape();
    bars = tape.bars();
    features = tables.of(tape);
    earliest = Math.max(tape.firstDecision(), features.warmUp() + episodes.window() - 1);
    if (earliest >= bars.length() - 1) {
      throw new IllegalArgumentException(
          "the market has "
              + bars.length()
              + " bars, but the first decision is at bar "
              + earliest
              + " (features need "
              + features.warmUp()
              + ", the window "
              + episodes.window()
              + ")");
    }
  }

  /**
   * Draws an episode and stands at its first bar.
   *
   * @param random the lane's stream: the path where the market is simulated, and the first bar
   */
  public void start(RandomStream random) {
    tape.next(random);
    features.refill();
    int end = bars.length() - 1;
    int latest = Math.max(earliest, end - Math.max(1, episodes.steps()));
    firstBar = episodes.randomStart() ? earliest + random.integer(latest - earliest + 1) : earliest;
    lastBar = episodes.steps() == 0 ? end : Math.min(end, firstBar + episodes.steps());
    bar = firstBar;
  }

  /** Goes on to the close of the next bar. */
  public void advance() {
    bar++;
  }

  /** {@return the market that is gone through} */
  public Market market() {
    return market;
  }

  /** {@return the bars of the episode: always the same object} */
  public Bars bars() {
    return bars;
  }

  /** {@return the features at every bar of the episode} */
  public FeatureTable features() {
    return features;
  }

  /** {@return the number of bars of features that an observation shows} */
  public int window() {
    return episodes.window();
  }

  /** {@return the index, from 0, of the bar at whose close the lane stands} */
  public int bar() {
    return bar;
  }

  /** {@return when the bar closed, epoch milliseconds UTC} */
  public long time() {
    return bars.closeTime(bar);
  }

  /** {@return whether the data have ended before the episode's time is up} */
  public boolean outOfData() {
    boolean timeIsUp = episodes.steps() > 0 && bar - firstBar >= episodes.steps();
    return bar >= bars.length() - 1 && !timeIsUp;
  }

  /** {@return the part of the episode that is left, in [0, 1]} */
  public double timeLeft() {
    return lastBar == firstBar ? 0 : (double) (lastBar - bar) / (lastBar - firstBar);
  }

  /** Whether the market is replayed: bars and features are those of all lanes, and only the place is a lane's own. */
  boolean replays() {
    return tape.replays() && features.isSettled();
  }

  void store(long[] row, int at) {
    row[at] = firstBar;
    row[at + 1] = lastBar;
    row[at + 2] = bar;
  }

  void load(long[] row, int at) {
    firstBar = (int) row[at];
    lastBar = (int) row[at + 1];
    bar = (int) row[at + 2];
  }

  @Override
  public void save(DataOutput out) throws IOException {
    tape.save(out);
    out.writeInt(firstBar);
    out.writeInt(lastBar);
    out.writeInt(bar);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    tape.restore(in);
    features.refill();
    firstBar = in.readInt();
    lastBar = in.readInt();
    bar = in.readInt();
  }
}
