package io.tradinggym.agents.nn;

import io.tradinggym.agents.nn.kernel.Kernels;

/**
 * The memory of one caller's passes through one network: activations, gradients of activations and the layers' scratch,
 * for up to a fixed number of rows. Made once and reused; for one thread at a time.
 */
public final class Workspace {
  private final Network network;
  private final int maxRows;
  private final Pass[] passes;
  private final Sequences sequences = new Sequences();
  private int rows;

  /**
   * Memory for passes of up to so many rows.
   *
   * @param network whose passes are made
   * @param maxRows most rows of a pass, &gt;= 1
   * @param kernels the arithmetic to use
   */
  public Workspace(Network network, int maxRows, Kernels kernels) {
    if (maxRows < 1) {
      throw new IllegalArgumentException("maxRows must be >= 1, was " + maxRows);
    }
    this.network = network;
    this.maxRows = maxRows;
    this.passes = new Pass[network.steps().size()];
    int stateAt = 0;
    for (int i = 0; i < passes.length; i++) {
      Layer layer = network.steps().get(i);
      Pass before = i == 0 ? null : passes[i - 1];
      passes[i] = new Pass(kernels, layer, maxRows, sequences, stateAt, before);
      stateAt += layer.stateSize();
    }
  }

  /** {@return the outputs of the last forward pass, rows x outputs from 0; overwritten by the next} */
  public float[] output() {
    return passes[passes.length - 1].y();
  }

  /** {@return the input gradient of the last {@link Network#backwardToInputs}, rows x inputs from 0} */
  public float[] inputGradient() {
    return passes[0].inputGradient();
  }

  /** {@return how the rows of the next pass hang together; to be told for a network that remembers} */
  public Sequences sequences() {
    return sequences;
  }

  /** {@return the most rows a pass may have} */
  public int maxRows() {
    return maxRows;
  }

  /**
   * {@return one layer's part of the last pass}
   *
   * @param layer position in {@link Network#steps}, from 0
   */
  public Pass pass(int layer) {
    return passes[layer];
  }

  void begin(Network user, int rows) {
    checkUser(user);
    if (rows < 1 || rows > maxRows) {
      throw new IllegalArgumentException(
          "a pass needs 1.." + maxRows + " rows in this workspace, was " + rows);
    }
    if (user.stateSize() > 0) {
      sequences.check(rows);
    }
    this.rows = rows;
  }

  /** Rows of the last forward pass. */
  int rows(Network user) {
    checkUser(user);
    if (rows == 0) {
      throw new IllegalStateException("backward needs a forward pass before it");
    }
    return rows;
  }

  private void checkUser(Network user) {
    if (user != network) {
      throw new IllegalArgumentException("this workspace was made for another network");
    }
  }
}
