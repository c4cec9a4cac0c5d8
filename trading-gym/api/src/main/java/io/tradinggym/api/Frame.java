package io.tradinggym.api;

/**
 * One lane's place in a {@link Batch}, where the environment writes what its step produced. A cursor, reused between
 * lanes and steps; never keep it. Wrappers also read from it.
 *
 * <p>Before a reset or step all actions are allowed, and reward and infos are 0; observations keep their last values,
 * so an environment may write only what changed.
 */
public final class Frame {
  private Batch batch;
  private int lane;
  private int observationBase;
  private int maskBase;
  private int infoBase;

  /**
   * A cursor at lane 0 of a batch.
   *
   * @param batch whose arrays are written
   */
  public Frame(Batch batch) {
    this.batch = batch;
  }

  /**
   * Points the cursor at a lane of a batch.
   *
   * @param batch whose arrays are written
   * @param lane index of the lane, from 0
   * @return this cursor
   */
  public Frame at(Batch batch, int lane) {
    this.batch = batch;
    this.lane = lane;
    observationBase = lane * batch.observationSize;
    maskBase = lane * batch.maskSize;
    infoBase = lane * batch.infoSize;
    return this;
  }

  /** Clears reward, infos and mask; done before the environment writes. */
  public void clear() {
    batch.rewards[lane] = 0;
    for (int i = infoBase; i < infoBase + batch.infoSize; i++) {
      batch.infos[i] = 0;
    }
    for (int i = maskBase; i < maskBase + batch.maskSize; i++) {
      batch.masks[i] = true;
    }
  }

  /**
   * Writes the {@code i}-th number of the observation.
   *
   * @param i from 0, below {@link #observationSize}
   * @param value kept as a float
   */
  public void observe(int i, double value) {
    batch.observations[observationBase + i] = (float) value;
  }

  /**
   * Writes a run of the observation, starting at its {@code i}-th number.
   *
   * @param i from 0, below {@link #observationSize}
   * @param source where the numbers stand
   * @param from index of the first in {@code source}
   * @param length how many numbers
   */
  public void observe(int i, float[] source, int from, int length) {
    System.arraycopy(source, from, batch.observations, observationBase + i, length);
  }

  /**
   * Writes the reward of the step.
   *
   * @param reward finite
   */
  public void reward(double reward) {
    batch.rewards[lane] = reward;
  }

  /**
   * Writes the {@code i}-th info field of the spec.
   *
   * @param i from 0, below {@link #infoSize}
   * @param value in the field's unit, not infinite; NaN where there is none
   */
  public void info(int i, double value) {
    batch.infos[infoBase + i] = value;
  }

  /**
   * Allows or forbids the {@code i}-th entry of the action mask in the coming step.
   *
   * @param i from 0, below {@link #maskSize}
   * @param allowed true = allowed
   */
  public void allow(int i, boolean allowed) {
    batch.masks[maskBase + i] = allowed;
  }

  /**
   * {@return the {@code i}-th number of the observation as written}
   *
   * @param i from 0, below {@link #observationSize}
   */
  public float observation(int i) {
    return batch.observations[observationBase + i];
  }

  /**
   * Copies a run of the observation out.
   *
   * @param i index in the observation of the first number that is copied
   * @param target where they are copied to
   * @param at index of the first in {@code target}
   * @param length how many numbers
   */
  public void copyObservation(int i, float[] target, int at, int length) {
    System.arraycopy(batch.observations, observationBase + i, target, at, length);
  }

  /** {@return the reward as written} */
  public double reward() {
    return batch.rewards[lane];
  }

  /**
   * {@return the {@code i}-th info field as written}
   *
   * @param i from 0, below {@link #infoSize}
   */
  public double info(int i) {
    return batch.infos[infoBase + i];
  }

  /**
   * {@return whether the mask allows its {@code i}-th entry}
   *
   * @param i from 0, below {@link #maskSize}
   */
  public boolean allowed(int i) {
    return batch.masks[maskBase + i];
  }

  /** {@return how many numbers the observation has} */
  public int observationSize() {
    return batch.observationSize;
  }

  /** {@return how many info fields there are} */
  public int infoSize() {
    return batch.infoSize;
  }

  /** {@return how many entries the action mask has, 0 when the environment does not mask} */
  public int maskSize() {
    return batch.maskSize;
  }
}
