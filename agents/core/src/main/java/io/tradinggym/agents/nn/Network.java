package io.tradinggym.agents.nn;

import io.tradinggym.agents.nn.kernel.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A chain of layers: the shapes of a network, without its numbers. Parameters and gradients are slices of arrays that
 * the caller owns, starting {@code at} an offset, so that several networks can share one array and one optimiser step.
 *
 * <pre>{@code
 * Network actor = Network.mlp(32, List.of(64, 64), 3, Activation.TANH, 0.01);
 * float[] params = new float[actor.parameters()];
 * actor.initialise(params, 0, gaussian);
 * Workspace work = new Workspace(actor, 256, Kernels.fastest());
 * actor.forward(work, params, 0, 256, observations, 0);  // outputs in work.output()
 * actor.backward(work, params, 0, outputGradient, 0, gradient);
 * }</pre>
 *
 * <p>Immutable; threads may share it, each with its own {@link Workspace}.
 */
public final class Network {
  private final List<Layer> layers;
  private final List<Layer> steps;
  private final int[] starts;
  private final int parameters;
  private final int stateSize;

  /**
   * A chain of at least one layer, each as wide as its neighbours expect.
   *
   * @param layers at least one, each as wide as its neighbours expect
   */
  public Network(List<Layer> layers) {
    this(layers, layers);
  }

  /**
   * A chain of layers that is computed in other steps: an engine may put one step of its own in the place of several
   * layers. Names, shapes and first values of the parameters are those of the layers.
   *
   * @param layers at least one, each as wide as its neighbours expect
   * @param steps with the parameters of the layers, in the same order
   */
  public Network(List<Layer> layers, List<Layer> steps) {
    this.layers = List.copyOf(layers);
    this.steps = List.copyOf(steps);
    this.starts = starts(steps);
    this.parameters = end(steps, starts);
    this.stateSize = steps.stream().mapToInt(Layer::stateSize).sum();
    int[] described = starts(layers);
    if (end(layers, described) != parameters
        || inputs() != steps.getFirst().inputs()
        || outputs() != steps.getLast().outputs()) {
      throw new IllegalArgumentException(
          "the steps must have inputs, outputs and parameters of the layers, %s, %s, %s; were %s, %s, %s"
              .formatted(
                  inputs(),
                  outputs(),
                  end(layers, described),
                  steps.getFirst().inputs(),
                  steps.getLast().outputs(),
                  parameters));
    }
  }

  /** Where each layer's parameters begin. */
  private static int[] starts(List<Layer> layers) {
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("a network needs at least one layer");
    }
    int[] starts = new int[layers.size()];
    for (int i = 1; i < starts.length; i++) {
      Layer before = layers.get(i - 1);
      if (layers.get(i).inputs() != before.outputs()) {
        throw new IllegalArgumentException(
            "layer "
                + i
                + " takes "
                + layers.get(i).inputs()
                + " inputs, but layer "
                + (i - 1)
                + " gives "
                + before.outputs());
      }
      starts[i] = Math.addExact(starts[i - 1], before.parameters());
    }
    return starts;
  }

  private static int end(List<Layer> layers, int[] starts) {
    return Math.addExact(starts[starts.length - 1], layers.getLast().parameters());
  }

  /**
   * {@return dense layers with an activation after each hidden one and none after the last; orthogonal weights
   * with gain sqrt 2 in the hidden layers, zero biases}
   *
   * @param inputs values in an input row, &gt;= 1
   * @param hidden widths of the hidden layers, each &gt;= 1; may be empty
   * @param outputs values in an output row, &gt;= 1
   * @param activation after each hidden layer
   * @param outputGain gain of the last layer, &gt; 0: 0.01 is customary for a policy, 1 for a value
   */
  public static Network mlp(
      int inputs, List<Integer> hidden, int outputs, Activation activation, double outputGain) {
    List<Layer> layers = new ArrayList<>();
    int width = inputs;
    for (int next : hidden) {
      layers.add(new Dense(width, next, Initializer.orthogonal(Math.sqrt(2))));
      layers.add(new Activate(next, activation));
      width = next;
    }
    layers.add(new Dense(width, outputs, Initializer.orthogonal(outputGain)));
    return new Network(layers);
  }

  /** {@return the number of values in an input row} */
  public int inputs() {
    return layers.getFirst().inputs();
  }

  /** {@return the number of values in an output row} */
  public int outputs() {
    return layers.getLast().outputs();
  }

  /** {@return the number of parameters} */
  public int parameters() {
    return parameters;
  }

  /**
   * {@return the number of floats that a sequence remembers from step to step; 0 for a network that knows of one row at
   * a time}
   */
  public int stateSize() {
    return stateSize;
  }

  /** {@return the layers in order} */
  public List<Layer> layers() {
    return layers;
  }

  /** {@return what is computed, one after the other: the layers themselves, or what an engine put in their place} */
  public List<Layer> steps() {
    return steps;
  }

  /**
   * {@return all parameters in order, named by layer ("0.weight"), with offsets from the start of the network's slice}
   */
  public List<Tensor> tensors() {
    int[] at = starts(layers);
    List<Tensor> all = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      for (Tensor t : layers.get(i).tensors()) {
        all.add(t.within(Integer.toString(i), at[i]));
      }
    }
    return List.copyOf(all);
  }

  /**
   * Writes initial parameters at {@code params[at..]}, layer by layer. The supplier gives standard normal values.
   *
   * @param params receives the initial values, from {@code at}
   * @param at index of the network's first parameter in the array
   * @param gaussian gives independent standard normal values
   */
  public void initialise(float[] params, int at, DoubleSupplier gaussian) {
    Objects.checkFromIndexSize(at, parameters, params.length);
    int start = at;
    for (Layer layer : layers) {
      layer.initialise(params, start, gaussian);
      start += layer.parameters();
    }
  }

  /**
   * Computes the outputs of some rows; they stand in {@link Workspace#output} until the next pass. A network that
   * remembers has to be told before how the rows hang together: {@link Workspace#sequences}.
   *
   * @param work the memory of the passes
   * @param params holds the network's parameters from {@code at}
   * @param at index of the network's first parameter in the array
   * @param rows number of rows, &gt;= 1
   * @param x rows x inputs, row-major from {@code xAt}; must stay unchanged until backward, which reads it again
   * @param xAt index of the first input in {@code x}
   */
  public void forward(Workspace work, float[] params, int at, int rows, float[] x, int xAt) {
    work.begin(this, rows);
    Objects.checkFromIndexSize(at, parameters, params.length);
    Objects.checkFromIndexSize(xAt, rows * inputs(), x.length);
    float[] in = x;
    int inAt = xAt;
    for (int i = 0; i < starts.length; i++) {
      Pass pass = work.pass(i);
      pass.forward(rows, params, at + starts[i], in, inAt);
      steps.get(i).forward(pass);
      in = pass.y();
      inAt = 0;
    }
  }

  /**
   * Adds the gradient of the parameters, for the rows of the last forward pass, to {@code gradient[at..]}.
   *
   * @param work the memory of the passes
   * @param params holds the network's parameters from {@code at}
   * @param at index of the network's first parameter, in the parameters and in the gradient
   * @param dy gradient of the loss with respect to the outputs, rows x outputs from {@code dyAt}
   * @param dyAt index of the first float of {@code dy}
   * @param gradient as long as the parameters; what is added begins at {@code at}
   */
  public void backward(
      Workspace work, float[] params, int at, float[] dy, int dyAt, float[] gradient) {
    backward(work, params, at, dy, dyAt, gradient, false);
  }

  /**
   * As {@link #backward}, and also leaves the gradient of the inputs in {@link Workspace#inputGradient}.
   *
   * @param work the memory of the passes
   * @param params holds the network's parameters from {@code at}
   * @param at index of the network's first parameter, in the parameters and in the gradient
   * @param dy gradient of the loss with respect to the outputs, rows x outputs from {@code dyAt}
   * @param dyAt index of the first float of {@code dy}
   * @param gradient as in {@link #backward}; null to compute the gradient of the inputs alone
   */
  public void backwardToInputs(
      Workspace work, float[] params, int at, float[] dy, int dyAt, float @Nullable [] gradient) {
    backward(work, params, at, dy, dyAt, gradient, true);
  }

  private void backward(
      Workspace work,
      float[] params,
      int at,
      float[] dy,
      int dyAt,
      float @Nullable [] gradient,
      boolean toInputs) {
    int rows = work.rows(this);
    Objects.checkFromIndexSize(at, parameters, params.length);
    Objects.checkFromIndexSize(dyAt, rows * outputs(), dy.length);
    if (gradient != null) {
      Objects.checkFromIndexSize(at, parameters, gradient.length);
    }
    float[] out = dy;
    int outAt = dyAt;
    for (int i = starts.length - 1; i >= 0; i--) {
      Pass pass = work.pass(i);
      pass.backward(params, at + starts[i], out, outAt, gradient, i > 0 || toInputs);
      steps.get(i).backward(pass);
      out = pass.inputGradient();
      outAt = 0;
    }
  }
}
