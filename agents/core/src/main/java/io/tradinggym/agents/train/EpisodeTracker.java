package io.tradinggym.agents.train;

import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Returns and lengths of the episodes that finish while training, with a window over the last hundred. */
public final class EpisodeTracker implements Resumable {
  /** Episodes in the window. */
  public static final int WINDOW = 100;

  private final double[] running;
  private final int[] lengths;
  private final double[] lastReturns = new double[WINDOW];
  private final double[] lastLengths = new double[WINDOW];
  private long finished;

  /**
   * A tracker of so many lanes.
   *
   * @param lanes number of lanes, &gt;= 1
   */
  public EpisodeTracker(int lanes) {
    running = new double[lanes];
    lengths = new int[lanes];
  }

  /**
   * Takes a transition of a lane into account.
   *
   * @param lane index of the lane, from 0
   * @param reward of the transition
   * @param ended whether the episode ended with it
   */
  public void add(int lane, double reward, boolean ended) {
    running[lane] += reward;
    lengths[lane]++;
    if (ended) {
      int slot = (int) (finished++ % WINDOW);
      lastReturns[slot] = running[lane];
      lastLengths[slot] = lengths[lane];
      running[lane] = 0;
      lengths[lane] = 0;
    }
  }

  /** {@return the number of episodes finished so far, over all lanes} */
  public long finished() {
    return finished;
  }

  /** {@return the mean return of the last hundred finished episodes, of fewer at first; NaN before the first} */
  public double meanReturn() {
    return mean(lastReturns);
  }

  /** {@return the mean length of the same episodes, steps; NaN before the first} */
  public double meanLength() {
    return mean(lastLengths);
  }

  private double mean(double[] window) {
    int count = (int) Math.min(finished, WINDOW);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += window[i];
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(finished);
    for (int lane = 0; lane < running.length; lane++) {
      out.writeDouble(running[lane]);
      out.writeInt(lengths[lane]);
    }
    for (int i = 0; i < WINDOW; i++) {
      out.writeDouble(lastReturns[i]);
      out.writeDouble(lastLengths[i]);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    finished = in.readLong();
    for (int lane = 0; lane < running.length; lane++) {
      running[lane] = in.readDouble();
      lengths[lane] = in.readInt();
    }
    for (int i = 0; i < WINDOW; i++) {
      lastReturns[i] = in.readDouble();
      lastLengths[i] = in.readDouble();
    }
  }
}
