package io.tradinggym.signals.trees;

import io.tradinggym.signals.model.SignalModel;
import io.tradinggym.signals.model.Table;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Boosted trees as a signal model, with the JSON that XGBoost itself reads. */
public final class TreeModel implements SignalModel {
  private final byte[] json;
  private final BoostedTrees trees;
  private final BoostedTrees.Walker walker;

  private TreeModel(byte[] json, BoostedTrees trees) {
    this.json = json;
    this.trees = trees;
    walker = trees.walker();
  }

  /**
   * Reads a model that XGBoost wrote.
   *
   * @param json a model as XGBoost writes it, UTF-8
   * @return the model
   * @throws java.io.UncheckedIOException if it is no such model
   */
  public static TreeModel of(byte[] json) {
    try {
      return new TreeModel(json.clone(), BoostedTrees.read(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the model as XGBoost writes it: what is saved and read again} */
  public byte[] json() {
    return json.clone();
  }

  /** {@return the trees} */
  public BoostedTrees trees() {
    return trees;
  }

  @Override
  public TreeModel copy() {
    return new TreeModel(json, trees);
  }

  /** Length and {@link #json}. */
  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(json.length);
    out.write(json);
  }

  static TreeModel load(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 2) {
      throw new IOException("not a model of trees: it has " + length + " bytes");
    }
    byte[] json = new byte[length];
    in.readFully(json);
    return new TreeModel(json, BoostedTrees.read(json));
  }

  @Override
  public double predict(Table table, int row) {
    if (table.width() != trees.features()) {
      throw new IllegalArgumentException(
          "the model has " + trees.features() + " features, the table " + table.width());
    }
    return walker.predict(table.values(), row * table.width());
  }
}
