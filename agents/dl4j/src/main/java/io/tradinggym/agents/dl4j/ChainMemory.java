package io.tradinggym.agents.dl4j;

import io.tradinggym.agents.nn.Activate;
import io.tradinggym.agents.nn.Dense;
import io.tradinggym.agents.nn.Layer;
import io.tradinggym.agents.nn.Pass;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * One workspace's network of Deeplearning4j and the way there and back: floats are copied into native memory before a
 * pass and out of it afterwards.
 *
 * <p>Both sides hold the weights of a layer, then its biases, layer by layer; but the weights are stored by row here, a
 * row for each input, and by column there.
 */
final class ChainMemory {
  private final List<Dense> dense;
  private final MultiLayerNetwork model;
  private final float[] loaded;
  private final float[] staged;
  private final Matrix inputs;
  private final Matrix outputGradients;
  private boolean fresh = true;

  ChainMemory(List<Layer> layers, int maxRows) {
    dense = layers.stream().filter(Dense.class::isInstance).map(Dense.class::cast).toList();
    model = build(layers);
    loaded = new float[Math.toIntExact(model.numParams())];
    staged = new float[loaded.length];
    inputs = new Matrix(maxRows, layers.getFirst().inputs());
    outputGradients = new Matrix(maxRows, layers.getLast().outputs());
  }

  private static MultiLayerNetwork build(List<Layer> layers) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .seed(0) // the first weights are overwritten
            .dataType(DataType.FLOAT)
            .updater(new NoOp())
            .trainingWorkspaceMode(WorkspaceMode.NONE)
            .inferenceWorkspaceMode(WorkspaceMode.NONE)
            .list();
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i) instanceof Dense layer) {
        Activation activation = Activation.IDENTITY;
        if (i + 1 < layers.size() && layers.get(i + 1) instanceof Activate next) {
          activation = activation(next);
          i++;
        }
        list.layer(
            new DenseLayer.Builder()
                .nIn(layer.inputs())
                .nOut(layer.outputs())
                .activation(activation)
                .build());
      } else if (layers.get(i) instanceof Activate layer) {
        list.layer(new ActivationLayer.Builder().activation(activation(layer)).build());
      }
    }
    MultiLayerNetwork model = new MultiLayerNetwork(list.build());
    model.init();
    model.initGradientsView();
    return model;
  }

  private static Activation activation(Activate layer) {
    return switch (layer.activation()) {
      case IDENTITY -> Activation.IDENTITY;
      case RELU -> Activation.RELU;
      case TANH -> Activation.TANH;
      case SIGMOID -> Activation.SIGMOID;
      case SILU -> Activation.SWISH;
    };
  }

  MultiLayerNetwork model() {
    return model;
  }

  void forward(Pass pass) {
    load(pass.params(), pass.at());
    model.setInput(inputs.filled(pass.rows(), pass.x(), pass.xAt()));
    List<INDArray> activations = model.feedForward(true, false);
    Matrix.copy(activations.getLast(), pass.y());
  }

  void backward(Pass pass) {
    INDArray dy = outputGradients.filled(pass.rows(), pass.dy(), pass.dyAt());
    INDArray dx = model.backpropGradient(dy, null).getSecond();
    float[] gradient = pass.gradient();
    if (gradient != null) {
      model.getFlattenedGradients().data().asNioFloat().get(staged);
      int start = 0;
      for (Dense layer : dense) {
        add(layer, start, gradient, pass.at() + start);
        start += layer.parameters();
      }
    }
    float[] to = pass.dx();
    if (to != null) {
      Matrix.copy(dx, to);
    }
  }

  private void add(Dense layer, int from, float[] gradient, int at) {
    int rows = layer.inputs();
    int columns = layer.outputs();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        gradient[at + row * columns + column] += staged[from + column * rows + row];
      }
    }
    int weights = rows * columns;
    for (int column = 0; column < columns; column++) {
      gradient[at + weights + column] += staged[from + weights + column];
    }
  }

  /** Copies the parameters over, unless they are there already. */
  void load(float[] params, int at) {
    int end = at + loaded.length;
    if (!fresh && Arrays.equals(params, at, end, loaded, 0, loaded.length)) {
      return;
    }
    fresh = false;
    System.arraycopy(params, at, loaded, 0, loaded.length);
    int start = 0;
    for (Dense layer : dense) {
      stage(layer, start);
      start += layer.parameters();
    }
    FloatBuffer there = model.params().data().asNioFloat();
    there.put(staged);
  }

  private void stage(Dense layer, int start) {
    int rows = layer.inputs();
    int columns = layer.outputs();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        staged[start + column * rows + row] = loaded[start + row * columns + column];
      }
    }
    int weights = rows * columns;
    System.arraycopy(loaded, start + weights, staged, start + weights, columns);
  }
}
