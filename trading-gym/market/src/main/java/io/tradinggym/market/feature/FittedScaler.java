package io.tradinggym.market.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a {@link Scaler} learned: immutable, and can be written beside the policy that was trained with it. */
public final class FittedScaler {
  /** More features than any set has; a count beyond it is damage, and asks for memory. */
  private static final int MOST = 1 << 20;

  private final List<String> names;
  private final float[] shift;
  private final float[] factor;

  FittedScaler(List<String> names, float[] shift, float[] factor) {
    this.names = names;
    this.shift = shift;
    this.factor = factor;
  }

  /**
   * {@return the same features, scaled: {@code (value - centre) / spread}}
   *
   * @param features of the names that it was fitted to
   * @throws IllegalArgumentException if it was fitted to other features
   */
  public FeatureSet apply(FeatureSet features) {
    if (!features.names().equals(names)) {
      throw new IllegalArgumentException(
          "the scaler was fitted to " + names + ", not to " + features.names());
    }
    return features.scaled(shift, factor);
  }

  /**
   * {@return what is subtracted from a feature, in the feature's unit}
   *
   * @param feature index of the feature, from 0
   */
  public float centre(int feature) {
    return shift[feature];
  }

  /**
   * {@return what it is then divided by, > 0, in the feature's unit}
   *
   * @param feature index of the feature, from 0
   */
  public float spread(int feature) {
    return 1 / factor[feature];
  }

  /**
   * Writes it.
   *
   * @param out what {@link #load} reads
   * @throws IOException if it cannot be written
   */
  public void save(DataOutput out) throws IOException {
    out.writeInt(names.size());
    for (int feature = 0; feature < shift.length; feature++) {
      out.writeUTF(names.get(feature));
      out.writeFloat(shift[feature]);
      out.writeFloat(factor[feature]);
    }
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param in where {@link #save} wrote it
   * @return a scaler equal to the one saved
   * @throws IOException if it cannot be read, or is no scaler
   */
  public static FittedScaler load(DataInput in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > MOST) {
      throw new IOException("not a fitted scaler: it starts with " + size + " features");
    }
    List<String> names = new ArrayList<>();
    float[] shift = new float[size];
    float[] factor = new float[size];
    for (int feature = 0; feature < size; feature++) {
      names.add(in.readUTF());
      shift[feature] = in.readFloat();
      factor[feature] = in.readFloat();
    }
    return new FittedScaler(List.copyOf(names), shift, factor);
  }
}
