package io.tradinggym.api;

/**
 * One lane's action, seen by the environment: a cursor over the caller's array, {@code size} floats per lane in the
 * layout of the action {@link io.tradinggym.api.space.Space}. Reused between lanes and steps; never keep it.
 */
public final class Action {
  private float[] values = new float[0];
  private int base;

  /** A cursor that points nowhere yet. */
  public Action() {}

  /**
   * Points the cursor at an element. For those who drive an {@link EnvironmentLogic} themselves.
   *
   * @param values holds the element from {@code base}
   * @param base index of its first float
   * @return this cursor
   */
  public Action at(float[] values, int base) {
    this.values = values;
    this.base = base;
    return this;
  }

  /** {@return the choice of a Discrete action space} */
  public int discrete() {
    return (int) values[base];
  }

  /**
   * {@return the {@code i}-th choice of a MultiDiscrete, MultiBinary, Tuple or Dict action}
   *
   * @param i from 0, below the number of choices
   */
  public int discrete(int i) {
    return (int) values[base + i];
  }

  /**
   * {@return the {@code i}-th number of a Box action}
   *
   * @param i from 0, below the size of the space
   */
  public double continuous(int i) {
    return values[base + i];
  }

  /**
   * {@return the {@code i}-th number as stored}
   *
   * @param i from 0, below the size of the space
   */
  public float get(int i) {
    return values[base + i];
  }
}
