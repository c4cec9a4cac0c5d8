package io.tradinggym.agents.nn.optimizer;

import io.tradinggym.agents.nn.FramedBlock;
import io.tradinggym.agents.nn.ModelFormatException;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Checks and files the state of optimisers: a step count and arrays as long as the parameters. */
record OptimizerState(String kind, int version) {

  static void check(int size, float[] params, float[] gradient, double learningRate) {
    if (params.length != size || gradient.length != size) {
      throw new IllegalArgumentException(
          "this optimiser is for "
              + size
              + " parameters, was given "
              + params.length
              + " and a gradient of "
              + gradient.length);
    }
    if (!(learningRate >= 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "learning rate must be >= 0 and finite, was " + learningRate);
    }
  }

  void save(DataOutput out, long steps, float[]... arrays) throws IOException {
    ByteBuffer body = ByteBuffer.allocate(12 + 4 * arrays.length * arrays[0].length);
    body.putLong(steps).putInt(arrays[0].length);
    for (float[] array : arrays) {
      body.asFloatBuffer().put(array);
      body.position(body.position() + 4 * array.length);
    }
    FramedBlock.write(out, kind, version, body.array());
  }

  /** Fills the arrays and returns the step count. */
  long load(DataInput in, float[]... arrays) throws IOException {
    ByteBuffer body = ByteBuffer.wrap(FramedBlock.read(in, kind, version));
    int size = arrays[0].length;
    if (body.remaining() != 12 + 4 * arrays.length * size || body.getInt(8) != size) {
      throw new ModelFormatException(
          kind + " state is not for " + size + " parameters (" + body.remaining() + " bytes)");
    }
    long steps = body.getLong();
    body.getInt();
    for (float[] array : arrays) {
      body.asFloatBuffer().get(array);
      body.position(body.position() + 4 * array.length);
    }
    return steps;
  }
}
