package io.tradinggym.agents.rl4j;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The weights of Deeplearning4j's dense networks. */
final class Weights {
  private Weights() {}

  /** A network of the same layers with first weights from a seed. */
  static MultiLayerNetwork seeded(NeuralNetwork network, long seed) {
    MultiLayerConfiguration layers =
        ((MultiLayerNetwork) network).getLayerWiseConfigurations().clone();
    layers.getConfs().forEach(layer -> layer.setSeed(seed));
    MultiLayerNetwork fresh = new MultiLayerNetwork(layers);
    fresh.init();
    return fresh;
  }

  /** Layer by layer the weights, a row for each input, then the biases: the order of this library. */
  static float[] of(MultiLayerNetwork... networks) {
    int size = 0;
    for (MultiLayerNetwork network : networks) {
      size += Math.toIntExact(network.numParams());
    }
    float[] params = new float[size];
    int at = 0;
    for (MultiLayerNetwork network : networks) {
      for (int layer = 0; layer < network.getnLayers(); layer++) {
        at = copy(network.getParam(layer + "_W"), params, at);
        at = copy(network.getParam(layer + "_b"), params, at);
      }
    }
    return params;
  }

  private static int copy(INDArray matrix, float[] to, int at) {
    float[] values = Nd4j.toFlattened('c', matrix).toFloatVector();
    System.arraycopy(values, 0, to, at, values.length);
    return at + values.length;
  }
}
