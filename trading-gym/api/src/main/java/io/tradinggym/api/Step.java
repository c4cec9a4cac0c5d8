package io.tradinggym.api;

/** What a reset or step of an {@link Environment} returned: a view of its arrays, valid until the next step. */
public final class Step {
  private final EnvironmentSpec spec;
  private final Batch batch;

  Step(EnvironmentSpec spec, Batch batch) {
    this.spec = spec;
    this.batch = batch;
  }

  /** {@return the observation; the live array, overwritten by the next step} */
  public float[] observation() {
    return batch.observations;
  }

  /** {@return the reward of the step, 0 after a reset} */
  public double reward() {
    return batch.rewards[0];
  }

  /** {@return whether the task itself ended: the last state is worth 0} */
  public boolean terminated() {
    return endReason().terminated();
  }

  /** {@return whether an outside limit cut the episode off: bootstrap from the last observation} */
  public boolean truncated() {
    return endReason().truncated();
  }

  /** {@return why the episode ended, {@link EndReason#NONE} while it goes on} */
  public EndReason endReason() {
    return EndReason.of(batch.ends[0]);
  }

  /** {@return what may be done next, true = allowed; the live array, empty when the environment does not mask} */
  public boolean[] mask() {
    return batch.masks;
  }

  /**
   * {@return a number that the environment reports, in the field's unit}
   *
   * @param field one of the fields in the specification
   * @throws IllegalArgumentException if it is none of them
   */
  public double info(InfoField field) {
    return batch.infos[spec.indexOf(field)];
  }
}
