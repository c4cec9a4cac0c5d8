package io.tradinggym.api;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What a vector environment writes in a step: arrays that the caller owns, one block per lane.
 *
 * <pre>
 *   observations   | lane 0: observationSize floats | lane 1 | ...
 *   rewards        | lane 0 | lane 1 | ...                    (double: sums of log returns must not drift)
 *   ends           | lane 0 | lane 1 | ...                    (codes of {@link EndReason})
 *   masks          | lane 0: maskSize booleans, true = allowed | ...   (empty unless the environment masks)
 *   infos          | lane 0: one double per info field | ...
 * </pre>
 *
 * <p>The arrays are public on purpose: learners read them in tight loops.
 */
public final class Batch implements Resumable {
  /** Number of lanes. */
  public final int lanes;

  /** Floats of one observation. */
  public final int observationSize;

  /** Booleans of one mask; 0 when the environment does not mask. */
  public final int maskSize;

  /** Info fields of one lane. */
  public final int infoSize;

  /** Lane after lane, {@link #observationSize} floats each. */
  public final float[] observations;

  /** One a lane; 0 where an episode begins. */
  public final double[] rewards;

  /** The {@link EndReason#code} of each lane. */
  public final byte[] ends;

  /** Lane after lane, {@link #maskSize} booleans each, true = allowed. */
  public final boolean[] masks;

  /** Lane after lane, {@link #infoSize} numbers each. */
  public final double[] infos;

  /** True where the observation is the first of an episode: no action led to it. */
  public final boolean[] first;

  /** The last observation of lanes that ended in this step, under {@link AutoReset#SAME_STEP}; else empty. */
  public final float[] finalObservations;

  /** The infos of lanes that ended in this step, under {@link AutoReset#SAME_STEP}; else empty. */
  public final double[] finalInfos;

  /** The masks at the last observations of lanes that ended in this step, under {@link AutoReset#SAME_STEP}. */
  public final boolean[] finalMasks;

  /**
   * Arrays for so many lanes of an environment.
   *
   * @param spec of each lane; it gives the sizes
   * @param lanes number of lanes, &gt;= 1
   * @param autoReset decides whether last observations need arrays of their own
   */
  public Batch(EnvironmentSpec spec, int lanes, AutoReset autoReset) {
    this.lanes = lanes;
    this.observationSize = spec.observation().size();
    this.maskSize = spec.masked() ? spec.action().maskSize() : 0;
    this.infoSize = spec.infoFields().size();
    observations = new float[lanes * observationSize];
    rewards = new double[lanes];
    ends = new byte[lanes];
    masks = new boolean[lanes * maskSize];
    infos = new double[lanes * infoSize];
    first = new boolean[lanes];
    boolean keepsFinal = autoReset == AutoReset.SAME_STEP;
    finalObservations = new float[keepsFinal ? observations.length : 0];
    finalInfos = new double[keepsFinal ? infos.length : 0];
    finalMasks = new boolean[keepsFinal ? masks.length : 0];
  }

  /**
   * {@return why the lane's episode ended in this step; {@link EndReason#NONE} if it did not}
   *
   * @param lane index of the lane, from 0
   */
  public EndReason endReason(int lane) {
    return EndReason.of(ends[lane]);
  }

  /**
   * {@return a copy of one lane's observation}
   *
   * @param lane index of the lane, from 0
   */
  public float[] observation(int lane) {
    return Arrays.copyOfRange(observations, lane * observationSize, (lane + 1) * observationSize);
  }

  /**
   * {@return a copy of one lane's mask, true = allowed; empty when the environment does not mask}
   *
   * @param lane index of the lane, from 0
   */
  public boolean[] mask(int lane) {
    return Arrays.copyOfRange(masks, lane * maskSize, (lane + 1) * maskSize);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    floats(out, observations);
    doubles(out, rewards);
    out.write(ends);
    booleans(out, masks);
    doubles(out, infos);
    booleans(out, first);
    floats(out, finalObservations);
    doubles(out, finalInfos);
    booleans(out, finalMasks);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    floats(in, observations);
    doubles(in, rewards);
    in.readFully(ends);
    booleans(in, masks);
    doubles(in, infos);
    booleans(in, first);
    floats(in, finalObservations);
    doubles(in, finalInfos);
    booleans(in, finalMasks);
  }

  private static void floats(DataOutput out, float[] values) throws IOException {
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static void doubles(DataOutput out, double[] values) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static void booleans(DataOutput out, boolean[] values) throws IOException {
    for (boolean value : values) {
      out.writeBoolean(value);
    }
  }

  private static void floats(DataInput in, float[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
  }

  private static void doubles(DataInput in, double[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
  }

  private static void booleans(DataInput in, boolean[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readBoolean();
    }
  }

  /** Prepares lanes for a step: {@link Frame#clear} for each, and none of them is the first of an episode. */
  void clear(int from, int to) {
    Arrays.fill(first, from, to, false);
    Arrays.fill(rewards, from, to, 0);
    Arrays.fill(infos, from * infoSize, to * infoSize, 0);
    Arrays.fill(masks, from * maskSize, to * maskSize, true);
  }

  /**
   * Copies everything from a batch of the same shape.
   *
   * @param other a batch of the same shape
   */
  public void copyFrom(Batch other) {
    System.arraycopy(other.observations, 0, observations, 0, observations.length);
    System.arraycopy(other.rewards, 0, rewards, 0, rewards.length);
    System.arraycopy(other.ends, 0, ends, 0, ends.length);
    System.arraycopy(other.masks, 0, masks, 0, masks.length);
    System.arraycopy(other.infos, 0, infos, 0, infos.length);
    System.arraycopy(other.first, 0, first, 0, first.length);
    System.arraycopy(other.finalObservations, 0, finalObservations, 0, finalObservations.length);
    System.arraycopy(other.finalInfos, 0, finalInfos, 0, finalInfos.length);
    System.arraycopy(other.finalMasks, 0, finalMasks, 0, finalMasks.length);
  }

  /**
   * Copies what one lane has in a batch of the same shape.
   *
   * @param other a batch of the same shape
   * @param lane index of the lane, from 0
   */
  public void copyLane(Batch other, int lane) {
    copy(other.observations, observations, lane, observationSize);
    copy(other.masks, masks, lane, maskSize);
    copy(other.infos, infos, lane, infoSize);
    rewards[lane] = other.rewards[lane];
    ends[lane] = other.ends[lane];
    first[lane] = other.first[lane];
    if (keepsFinal()) {
      copy(other.finalObservations, finalObservations, lane, observationSize);
      copy(other.finalInfos, finalInfos, lane, infoSize);
      copy(other.finalMasks, finalMasks, lane, maskSize);
    }
  }

  private static void copy(Object from, Object to, int lane, int size) {
    System.arraycopy(from, lane * size, to, lane * size, size);
  }

  private boolean keepsFinal() {
    return finalObservations.length > 0;
  }

  /** {@return where the last observations of lanes that ended in this step stand, whatever the autoreset mode} */
  public float[] lastObservations() {
    return keepsFinal() ? finalObservations : observations;
  }

  /**
   * {@return where the masks at the last observations of lanes that ended in this step stand, whatever the autoreset
   * mode}
   */
  public boolean[] lastMasks() {
    return keepsFinal() ? finalMasks : masks;
  }
}
