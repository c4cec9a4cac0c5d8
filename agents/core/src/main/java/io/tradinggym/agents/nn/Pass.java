package io.tradinggym.agents.nn;

import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.kernel.Operands;
import org.jspecify.annotations.Nullable;

/**
 * What one layer reads and writes in one pass over some rows. It belongs to a {@link Workspace} and is reused: its
 * outputs are overwritten by the next pass.
 */
public final class Pass {
  private static final float[] NOTHING = {};

  private final Kernels kernels;
  private final Layer layer;
  private final float[] y;
  private final float[] inputGradient;
  private final float[] scratch;
  private final @Nullable Object memory;
  private int rows;
  private float[] params = NOTHING;
  private int at;
  private float[] x = NOTHING;
  private int xAt;
  private float[] dy = NOTHING;
  private int dyAt;
  private float @Nullable [] gradient;
  private float @Nullable [] dx;

  private final Sequences sequences;
  private final int stateAt;
  private final Operands operands = new Operands();

  /**
   * Memory of a layer.
   *
   * @param before of the layer before it; null for the first. An activation shares arrays with its neighbours, so that
   *     the caches hold more rows: outputs take the place of the sums they come from, and so do their gradients.
   */
  Pass(
      Kernels kernels,
      Layer layer,
      int maxRows,
      Sequences sequences,
      int stateAt,
      @Nullable Pass before) {
    this.kernels = kernels;
    this.layer = layer;
    this.sequences = sequences;
    this.stateAt = stateAt;
    if (before != null && before.layer instanceof Dense && inPlace(layer)) {
      this.y = before.y;
    } else {
      this.y = new float[Math.multiplyExact(maxRows, layer.outputs())];
    }
    if (before != null && inPlace(before.layer)) {
      this.inputGradient = before.inputGradient;
    } else {
      this.inputGradient = new float[Math.multiplyExact(maxRows, layer.inputs())];
    }
    this.scratch = new float[layer.scratch(maxRows)];
    this.memory = layer.memory(maxRows);
  }

  private static boolean inPlace(Layer layer) {
    return layer instanceof Activate of && of.activation().knownByOutput();
  }

  void forward(int rows, float[] params, int at, float[] x, int xAt) {
    this.rows = rows;
    this.params = params;
    this.at = at;
    this.x = x;
    this.xAt = xAt;
  }

  void backward(
      float[] params, int at, float[] dy, int dyAt, float @Nullable [] gradient, boolean toInputs) {
    this.params = params;
    this.at = at;
    this.dy = dy;
    this.dyAt = dyAt;
    this.gradient = gradient;
    this.dx = toInputs ? inputGradient : null;
  }

  float[] inputGradient() {
    return inputGradient;
  }

  /** {@return the arithmetic to use} */
  public Kernels kernels() {
    return kernels;
  }

  /** {@return where {@link #kernels} are told of a product; told anew for each} */
  public Operands operands() {
    return operands;
  }

  /** {@return the number of rows in this pass} */
  public int rows() {
    return rows;
  }

  /** {@return the parameter array; the layer's slice starts at {@link #at}} */
  public float[] params() {
    return params;
  }

  /** {@return the start of the layer's slice, in the parameters and in the gradient} */
  public int at() {
    return at;
  }

  /** {@return the inputs, rows x inputs from {@link #xAt}} */
  public float[] x() {
    return x;
  }

  /** {@return the index of the first input in {@link #x()}} */
  public int xAt() {
    return xAt;
  }

  /** {@return the outputs, rows x outputs from 0} */
  public float[] y() {
    return y;
  }

  /** {@return the gradient of the loss with respect to the outputs, rows x outputs from {@link #dyAt}} */
  public float[] dy() {
    return dy;
  }

  /** {@return the index of the first float in {@link #dy()}} */
  public int dyAt() {
    return dyAt;
  }

  /** {@return where parameter gradients are added, from {@link #at}; null if none are wanted} */
  public float @Nullable [] gradient() {
    return gradient;
  }

  /** {@return where input gradients are written, rows x inputs from 0; null if none are wanted} */
  public float @Nullable [] dx() {
    return dx;
  }

  /** {@return how the rows hang together} */
  public Sequences sequences() {
    return sequences;
  }

  /** {@return the index at which the layer's part begins in the state of a sequence} */
  public int stateAt() {
    return stateAt;
  }

  /** {@return the layer's own memory, kept from forward to backward} */
  public float[] scratch() {
    return scratch;
  }

  /** {@return what {@link Layer#memory} made for this workspace} */
  public @Nullable Object memory() {
    return memory;
  }
}
