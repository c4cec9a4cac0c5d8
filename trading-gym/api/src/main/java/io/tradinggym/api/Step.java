package io.tradinggym.api;

/** What a reset or step of an {@link Environment} returned: a view of its arrays, valid until the next step. */
public final class Step {
  private final EnvironmentSpec spec;
  private final Batch batch;

  Step(EnvironmentSpec spec, Batch batch) {
    this.spec = spec;
    this.batch = batch;
  }

  /** The observation; the live array, overwritten by the next step. */
  public float[] observation() {
    return batch.observations;
  }

  /** The reward of the step, 0 after a reset. */
  public double reward() {
    return batch.rewards[0];
  }

  /** The task itself ended: the last state is worth 0. */
  public boolean terminated() {
    return endReason().terminated();
  }

  /** An outside limit cut the episode off: bootstrap from the last observation. */
  public boolean truncated() {
    return endReason().truncated();
  }

  /** Why the episode ended, {@link EndReason#NONE} while it goes on. */
  public EndReason endReason() {
    return EndReason.of(batch.ends[0]);
  }

  /** What may be done next, true = allowed; the live array, empty when the environment does not mask. */
  public boolean[] mask() {
    return batch.masks;
  }

  /** A number that the environment reports. */
  public double info(InfoField field) {
    return batch.infos[spec.indexOf(field)];
  }
}
