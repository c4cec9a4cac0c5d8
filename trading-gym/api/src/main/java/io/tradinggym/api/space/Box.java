package io.tradinggym.api.space;

import io.tradinggym.api.random.RandomStream;
import java.util.Arrays;

/** Arrays of floats between bounds, in a shape; bounds may be infinite. */
public final class Box implements Space {
  private final float[] low;
  private final float[] high;
  private final int[] shape;

  private Box(float[] low, float[] high, int[] shape) {
    int size = 1;
    for (int dimension : shape) {
      size = Math.multiplyExact(size, dimension);
    }
    if (low.length != size || high.length != size) {
      throw new IllegalArgumentException(
          "bounds must have "
              + size
              + " entries for shape "
              + Arrays.toString(shape)
              + ", low has "
              + low.length
              + ", high has "
              + high.length);
    }
    for (int i = 0; i < size; i++) {
      if (!(low[i] <= high[i])) {
        throw new IllegalArgumentException(
            "low must be <= high, at " + i + ": low " + low[i] + ", high " + high[i]);
      }
    }
    this.low = low;
    this.high = high;
    this.shape = shape;
  }

  /**
   * {@return arrays of a shape with the same bounds for every entry}
   *
   * @param low lower bound, &lt;= {@code high}; may be minus infinity
   * @param high upper bound; may be infinity
   * @param shape lengths of the dimensions; none for a single number
   */
  public static Box of(double low, double high, int... shape) {
    int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    float[] lows = new float[size];
    float[] highs = new float[size];
    Arrays.fill(lows, (float) low);
    Arrays.fill(highs, (float) high);
    return new Box(lows, highs, shape.clone());
  }

  /**
   * {@return vectors with bounds of their own for every entry}
   *
   * @param low lower bounds, one an entry; may be minus infinity
   * @param high upper bounds, as many, each &gt;= its lower one; may be infinity
   */
  public static Box of(float[] low, float[] high) {
    return new Box(low.clone(), high.clone(), new int[] {low.length});
  }

  /**
   * {@return arrays of a shape with bounds of their own for every entry, in row-major order}
   *
   * @param low lower bounds, in row-major order; may be minus infinity
   * @param high upper bounds, in row-major order, each &gt;= its lower one; may be infinity
   * @param shape lengths of the dimensions, whose product is the number of bounds; none for a single number
   */
  public static Box of(float[] low, float[] high, int... shape) {
    return new Box(low.clone(), high.clone(), shape.clone());
  }

  /**
   * {@return the smallest value of an entry}
   *
   * @param i in row-major order, from 0
   */
  public float low(int i) {
    return low[i];
  }

  /**
   * {@return the largest value of an entry}
   *
   * @param i in row-major order, from 0
   */
  public float high(int i) {
    return high[i];
  }

  /** {@return the lengths of the dimensions; empty for a single number} */
  public int[] shape() {
    return shape.clone();
  }

  @Override
  public int size() {
    return low.length;
  }

  @Override
  public int maskSize() {
    return 0;
  }

  @Override
  public int flatSize() {
    return low.length;
  }

  /** Uniform between finite bounds; exponential beyond a single bound; normal without bounds (as Gymnasium). */
  @Override
  public void sample(RandomStream random, boolean[] mask, int maskOffset, float[] out, int offset) {
    for (int i = 0; i < low.length; i++) {
      boolean below = Float.isInfinite(low[i]);
      boolean above = Float.isInfinite(high[i]);
      double value;
      if (below && above) {
        value = random.gaussian();
      } else if (above) {
        value = low[i] + random.exponential();
      } else if (below) {
        value = high[i] - random.exponential();
      } else {
        value = random.uniform(low[i], high[i]);
      }
      out[offset + i] = Math.clamp((float) value, low[i], high[i]);
    }
  }

  @Override
  public boolean contains(float[] element, int offset) {
    for (int i = 0; i < low.length; i++) {
      float value = element[offset + i];
      if (!(value >= low[i] && value <= high[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void flatten(float[] element, int offset, float[] out, int outOffset) {
    System.arraycopy(element, offset, out, outOffset, low.length);
  }

  @Override
  public void unflatten(float[] flat, int offset, float[] out, int outOffset) {
    System.arraycopy(flat, offset, out, outOffset, low.length);
  }

  @Override
  public boolean accepts(float[] action, int offset) {
    for (int i = 0; i < low.length; i++) {
      if (Float.isNaN(action[offset + i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Moves what lies outside the bounds to them; NaN stays.
   *
   * @param element holds the element; changed in place
   * @param offset index of its first float
   */
  public void clip(float[] element, int offset) {
    for (int i = 0; i < low.length; i++) {
      element[offset + i] = Math.clamp(element[offset + i], low[i], high[i]);
    }
  }

  /**
   * {@return the value of an entry at a share of the way from its low to its high bound, clipped to them} Computed in
   * double, so that no pair of finite bounds overflows.
   *
   * @param i in row-major order, from 0
   * @param share 0 = low, 1 = high
   */
  public float at(int i, double share) {
    double value = low[i] + share * ((double) high[i] - low[i]);
    return Math.clamp((float) value, low[i], high[i]);
  }

  /** {@return whether every entry has two finite bounds} */
  public boolean bounded() {
    for (int i = 0; i < low.length; i++) {
      if (Float.isInfinite(low[i]) || Float.isInfinite(high[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean leavesChoice(boolean[] mask, int offset) {
    return true;
  }

  @Override
  public boolean allows(boolean[] mask, int maskOffset, float[] element, int offset) {
    return true;
  }

  @Override
  public Box flat() {
    return shape.length == 1 ? this : new Box(low, high, new int[] {low.length});
  }

  @Override
  public String toJson() {
    return "{\"type\":\"Box\",\"low\":"
        + json(low)
        + ",\"high\":"
        + json(high)
        + ",\"shape\":"
        + Arrays.toString(shape).replace(" ", "")
        + "}";
  }

  private static String json(float[] values) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ",");
      text.append(
          Float.isInfinite(values[i])
              ? (values[i] > 0 ? "\"inf\"" : "\"-inf\"")
              : String.valueOf(values[i]));
    }
    return text.append("]").toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Box box
        && Arrays.equals(low, box.low)
        && Arrays.equals(high, box.high)
        && Arrays.equals(shape, box.shape);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(low) + Arrays.hashCode(high)) + Arrays.hashCode(shape);
  }

  @Override
  public String toString() {
    return "Box" + Arrays.toString(shape);
  }
}
