package io.tradinggym.signals.trees;

import java.io.IOException;
import java.util.List;

/**
 * Gradient-boosted trees in Java: the margin is the base margin and then one leaf of each tree, added in order in
 * floats, so that it has the bits of XGBoost's. Immutable; threads may share it, each with its own {@link Walker}.
 */
public final class BoostedTrees {
  private final List<Tree> trees;
  private final int features;
  private final float base;
  private final float baseMargin;
  private final boolean binary;
  private final CompleteTrees complete;

  BoostedTrees(List<Tree> trees, int features, float base, boolean binary) {
    this.trees = List.copyOf(trees);
    this.features = features;
    this.base = base;
    this.binary = binary;
    baseMargin = binary ? (float) -StrictMath.log(1f / base - 1f) : base;
    complete = CompleteTrees.of(this.trees, features);
  }

  /**
   * Reads a model that XGBoost wrote as JSON.
   *
   * @param json a model as XGBoost writes it, UTF-8
   * @return the model
   * @throws IOException if it is no model of one margin by trees with numeric splits
   */
  public static BoostedTrees read(byte[] json) throws IOException {
    return ModelJson.read(json);
  }

  List<Tree> trees() {
    return trees;
  }

  float baseMargin() {
    return baseMargin;
  }

  /** {@return the number of trees} */
  public int size() {
    return trees.size();
  }

  /** {@return how many values a row has} */
  public int features() {
    return features;
  }

  /** {@return the prediction before the first tree: a probability, or a value} */
  public float base() {
    return base;
  }

  /** {@return whether predictions are probabilities of 1} */
  public boolean binary() {
    return binary;
  }

  /** {@return how much the splits on each feature gained in all, by feature} */
  public double[] gain() {
    double[] gain = new double[features];
    for (Tree tree : trees) {
      for (int node = 0; node < tree.left().length; node++) {
        if (!tree.leaf(node)) {
          gain[tree.feature()[node]] += tree.gain()[node];
        }
      }
    }
    return gain;
  }

  /** {@return the memory for one thread's predictions} */
  public Walker walker() {
    return new Walker();
  }

  /** The margin of one row, node by node: what {@link Walker#margin} must equal. */
  float plainMargin(float[] row, int at) {
    float margin = baseMargin;
    for (Tree tree : trees) {
      margin += tree.value(row, at);
    }
    return margin;
  }

  /** Predicts row after row; scratch of one thread, reused. */
  public final class Walker {
    private final float[] doubled = new float[2 * features];
    private final float[] leaves = new float[complete.padded()];

    private Walker() {}

    /**
     * {@return the margin of the row at {@code row[at..]}: log-odds for a classifier, else the value} Allocates
     * nothing.
     *
     * @param row {@link #features} numbers from {@code at}; NaN where one is missing
     * @param at index of the row's first number
     */
    public float margin(float[] row, int at) {
      complete.leaves(row, at, doubled, leaves);
      float margin = baseMargin;
      for (int tree = 0; tree < trees.size(); tree++) {
        margin += leaves[tree];
      }
      return margin;
    }

    /**
     * {@return the prediction of the row: a probability for a classifier, else the margin}
     *
     * @param row {@link #features} numbers from {@code at}; NaN where one is missing
     * @param at index of the row's first number
     */
    public float predict(float[] row, int at) {
      float margin = margin(row, at);
      return binary ? (float) (1 / (1 + StrictMath.exp(-(double) margin))) : margin;
    }
  }
}
