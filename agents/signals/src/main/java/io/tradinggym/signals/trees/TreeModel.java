package io.tradinggym.signals.trees;

import io.tradinggym.signals.model.SignalModel;
import io.tradinggym.signals.model.Table;
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

  /** Reads a model that XGBoost wrote. */
  public static TreeModel of(byte[] json) {
    try {
      return new TreeModel(json.clone(), BoostedTrees.read(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The model as XGBoost writes it: what is saved and read again. */
  public byte[] json() {
    return json.clone();
  }

  /** The trees. */
  public BoostedTrees trees() {
    return trees;
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
