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

  /** A cursor at lane 0 of a batch. */
  public Frame(Batch batch) {
    this.batch = batch;
  }

  /** Points the cursor at a lane of a batch. */
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

  /** Writes the {@code i}-th number of the observation. */
  public void observe(int i, double value) {
    batch.observations[observationBase + i] = (float) value;
  }

  /** Writes a run of the observation, starting at its {@code i}-th number. */
  public void observe(int i, float[] source, int from, int length) {
    System.arraycopy(source, from, batch.observations, observationBase + i, length);
  }

  /** Writes the reward of the step. */
  public void reward(double reward) {
    batch.rewards[lane] = reward;
  }

  /** Writes the {@code i}-th info field of the spec. */
  public void info(int i, double value) {
    batch.infos[infoBase + i] = value;
  }

  /** Allows or forbids the {@code i}-th entry of the action mask in the coming step. */
  public void allow(int i, boolean allowed) {
    batch.masks[maskBase + i] = allowed;
  }

  /** The {@code i}-th number of the observation as written. */
  public float observation(int i) {
    return batch.observations[observationBase + i];
  }

  /** Copies a run of the observation out. */
  public void copyObservation(int i, float[] target, int at, int length) {
    System.arraycopy(batch.observations, observationBase + i, target, at, length);
  }

  /** The reward as written. */
  public double reward() {
    return batch.rewards[lane];
  }

  /** The {@code i}-th info field as written. */
  public double info(int i) {
    return batch.infos[infoBase + i];
  }

  /** Whether the {@code i}-th entry of the mask is allowed. */
  public boolean allowed(int i) {
    return batch.masks[maskBase + i];
  }

  /** Numbers in the observation. */
  public int observationSize() {
    return batch.observationSize;
  }

  /** Info fields. */
  public int infoSize() {
    return batch.infoSize;
  }

  /** Entries of the action mask, 0 when the environment does not mask. */
  public int maskSize() {
    return batch.maskSize;
  }
}
