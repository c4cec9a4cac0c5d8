package io.tradinggym.agents.nn;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One step of a {@link Network}: maps rows of inputs to rows of outputs with a slice of the parameters. A layer holds
 * shapes and no numbers, so it is immutable and shared; all it reads and writes stands in the {@link Pass}.
 *
 * <p>A layer with inner parts (recurrence, parallel heads) keeps their activations in {@link Pass#scratch}, which
 * forward leaves untouched for backward.
 */
public interface Layer {
  /** {@return the number of values in an input row} */
  int inputs();

  /** {@return the number of values in an output row} */
  int outputs();

  /** {@return the layer's parameters in order, without gaps, with offsets from the start of its slice} */
  List<Tensor> tensors();

  /**
   * {@return the number of floats of scratch that forward and backward need for so many rows}
   *
   * @param rows number of rows, &gt;= 1
   */
  int scratch(int rows);

  /**
   * {@return the number of floats that a sequence remembers from step to step; 0 for a layer that knows of one
   * row at a time}
   */
  default int stateSize() {
    return 0;
  }

  /**
   * Writes the initial parameters at {@code params[at..]}. The supplier gives independent standard normal values.
   *
   * @param params receives the initial values, from {@code at}
   * @param at index of the layer's first parameter
   * @param gaussian gives independent standard normal values
   */
  void initialise(float[] params, int at, DoubleSupplier gaussian);

  /**
   * Computes {@link Pass#y} from {@link Pass#x}.
   *
   * @param pass where inputs, parameters and outputs lie, and how many rows there are
   */
  void forward(Pass pass);

  /**
   * Adds the gradient of the parameters to {@link Pass#gradient}, unless null, and writes that of the inputs to {@link
   * Pass#dx}, unless null, both from {@link Pass#dy}.
   *
   * @param pass the pass that {@link #forward} was given, now with the gradient of the outputs
   */
  void backward(Pass pass);

  /**
   * {@return what the layer keeps of its own for passes of up to so many rows, beside scratch: native memory, a network
   * of another library} Made once for each {@link Workspace} and handed back as {@link Pass#memory}; null if there is
   * none.
   *
   * @param maxRows most rows at once, &gt;= 1
   */
  default @Nullable Object memory(int maxRows) {
    return null;
  }

  /** {@return the number of parameters} */
  default int parameters() {
    List<Tensor> all = tensors();
    return all.isEmpty() ? 0 : all.getLast().offset() + all.getLast().size();
  }
}
