package io.tradinggym.agents.replay;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Draws from transitions that were seen when the market looked as it does now, by {@link Similarity}. */
final class SimilarSampler implements Sampler {
  /** Transitions that a regression is fitted to, at most. */
  private static final int FITTED = 64;

  private final Similarity settings;
  private final Replay replay;
  private final Fingerprints prints;
  private final Lane[] lanes;
  private final float[] observation;
  private final float[] action;
  private final long[] heap;

  /** A replay's sampler; the replay is not looked at before something is stored there. */
  SimilarSampler(Similarity settings, Replay replay, EnvironmentSpec spec, int lanes, int slots) {
    this.settings = settings;
    this.replay = replay;
    int inputs = spec.observation().size();
    prints = new Fingerprints(settings.columns(spec), settings.smoothing(), slots, inputs);
    observation = new float[inputs];
    action = new float[spec.action().size()];
    heap = new long[settings.neighbours()];
    this.lanes = new Lane[lanes];
    boolean choices = spec.action() instanceof Discrete;
    for (int lane = 0; lane < lanes; lane++) {
      this.lanes[lane] = new Lane(inputs, action.length, choices);
    }
  }

  /** What a lane may learn from, and how well memory and the newest transitions foretold its rewards. */
  private final class Lane {
    final int[] nearest = new int[settings.neighbours()];
    final int[] newest = new int[settings.recent()];
    final RewardFit fromNearest;
    final RewardFit fromNewest;
    final double[] lead = new double[settings.judged()];
    int near;
    int recent;
    long judged;
    int last = -1;
    boolean fresh;

    Lane(int inputs, int actionSize, boolean choices) {
      fromNearest =
          new RewardFit(Math.min(FITTED, settings.neighbours()), inputs, actionSize, choices);
      fromNewest = new RewardFit(Math.min(FITTED, settings.recent()), inputs, actionSize, choices);
    }

    /** Compares what both expected of a transition with what it earned. */
    void judge(double reward) {
      if (fromNearest.fitted() && fromNewest.fitted()) {
        double memory = fromNearest.predict(observation, action) - reward;
        double recency = fromNewest.predict(observation, action) - reward;
        lead[(int) (judged % lead.length)] = recency * recency - memory * memory;
        judged++;
      }
    }

    boolean open() {
      return switch (settings.gate()) {
        case OPEN -> true;
        case SHUT -> false;
        case BETTER -> judged >= lead.length && leads() > 1;
        case UNLESS_WORSE -> judged >= lead.length && leads() > -1;
      };
    }

    /** By how many standard errors of the difference memory erred less; NaN where nothing was an error. */
    private double leads() {
      double sum = 0;
      double square = 0;
      for (double value : lead) {
        sum += value;
        square += value * value;
      }
      return sum / Math.sqrt(square);
    }

    void refresh() {
      if (last >= 0) {
        near = prints.nearest(replay, last, heap, nearest);
        recent = replay.newest(last, newest);
        if (settings.gate() == Similarity.Gate.BETTER
            || settings.gate() == Similarity.Gate.UNLESS_WORSE) {
          fromNearest.fit(replay, prints, nearest, near);
          fromNewest.fit(replay, prints, newest, recent);
        }
      }
      fresh = true;
    }
  }

  @Override
  public void stored(int slot) {
    Lane lane = lanes[replay.lane(slot)];
    replay.look(slot, observation, 0, action, 0);
    prints.add(slot, replay.before(slot), observation);
    prints.standardise(observation, 0);
    lane.judge(replay.reward(slot));
    lane.last = slot;
    lane.fresh = false;
  }

  @Override
  public void dropped(int slot) {}

  @Override
  public void choose(Replay from, RandomStream random, double progress, ReplaySample out) {
    Arrays.fill(out.weights, 1);
    for (Lane lane : lanes) {
      if (!lane.fresh) {
        lane.refresh();
      }
    }
    int similar = (int) Math.ceil(settings.share() * out.rows);
    for (int row = 0; row < out.rows; row++) {
      Lane lane = lanes[row % lanes.length];
      int count = lane.open() ? lane.near : lane.recent;
      out.slots[row] =
          row >= similar || count == 0
              ? replay.uniformSlot(random)
              : (lane.open() ? lane.nearest : lane.newest)[random.integer(count)];
    }
  }

  @Override
  public void learned(ReplaySample sample) {}

  @Override
  public void save(DataOutput out) throws IOException {
    prints.save(out);
    for (Lane lane : lanes) {
      out.writeInt(lane.last);
      out.writeBoolean(lane.fresh);
      out.writeLong(lane.judged);
      for (double value : lane.lead) {
        out.writeDouble(value);
      }
    }
  }

  /** What the lanes had found in the replay is found again. */
  @Override
  public void restore(DataInput in) throws IOException {
    prints.restore(in);
    for (Lane lane : lanes) {
      lane.last = in.readInt();
      boolean fresh = in.readBoolean();
      lane.judged = in.readLong();
      for (int i = 0; i < lane.lead.length; i++) {
        lane.lead[i] = in.readDouble();
      }
      lane.fresh = false;
      if (fresh) {
        lane.refresh();
      }
    }
  }
}
