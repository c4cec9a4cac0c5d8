package io.tradinggym.agents.dl4j;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.signals.model.Learner;
import io.tradinggym.signals.model.SignalModel;
import io.tradinggym.signals.model.Table;
import io.tradinggym.signals.sequence.HeldOut;
import io.tradinggym.signals.sequence.LstmSettings;
import io.tradinggym.signals.sequence.Windows;
import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.IOException;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * The LSTM classifier of windows in Deeplearning4j: the same layers, dropout, loss, optimiser and early stopping as the
 * library's own, behind the same interface. One thread, for the whole JVM; the seed of the weights comes from the
 * streams.
 *
 * @param settings of network and training
 * @param gap rows before those held out that are not trained on, at least the label's horizon
 */
public record Dl4jLstm(LstmSettings settings, int gap) implements Learner {
  private static final double LEAST = 1e-7;

  @Override
  public String name() {
    return "LSTM of Deeplearning4j";
  }

  @Override
  public int lookBack() {
    return settings.window() - 1;
  }

  @Override
  public SignalModel fit(
      Table table, int[] rows, float[] targets, float[] weights, RandomStreams streams) {
    HeldOut part = HeldOut.of(settings, gap, rows);
    Windows windows = Windows.fit(table, part.train(), settings.window());
    MultiLayerNetwork network = network(table.width(), streams.stream("weights").nextLong());
    RandomStream order = streams.stream("order");
    double least = Double.POSITIVE_INFINITY;
    INDArray best = network.params().dup();
    for (int epoch = 0, since = 0;
        epoch < settings.epochs() && since < settings.patience();
        epoch++, since++) {
      epoch(network, windows, table, part.shuffled(order), targets, weights);
      double loss = loss(network, windows, table, part.rest(), targets, weights);
      if (loss < least) {
        least = loss;
        best = network.params().dup();
        since = -1;
      }
    }
    network.setParams(best);
    return new Dl4jModel(settings, windows, network);
  }

  @Override
  public SignalModel load(DataInput in) throws IOException {
    Windows windows = Windows.load(settings.window(), in);
    byte[] zip = new byte[in.readInt()];
    in.readFully(zip);
    Dl4j.engine();
    return new Dl4jModel(
        settings,
        windows,
        ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(zip), false));
  }

  private MultiLayerNetwork network(int width, long seed) {
    Dl4j.engine();
    // Deeplearning4j's dropout is the share that stays, of the layer's inputs.
    double stays = 1 - settings.dropout();
    MultiLayerConfiguration layers =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(new Adam(settings.rate()))
            .weightInit(WeightInit.XAVIER)
            .list()
            .layer(
                new LSTM.Builder()
                    .nIn(width)
                    .nOut(settings.first())
                    .activation(Activation.TANH)
                    .build())
            .layer(
                new LastTimeStep(
                    new LSTM.Builder()
                        .nIn(settings.first())
                        .nOut(settings.second())
                        .activation(Activation.TANH)
                        .dropOut(stays)
                        .build()))
            .layer(
                new DenseLayer.Builder()
                    .nIn(settings.second())
                    .nOut(settings.dense())
                    .activation(Activation.RELU)
                    .dropOut(stays)
                    .build())
            .layer(
                new OutputLayer.Builder(LossFunctions.LossFunction.XENT)
                    .nIn(settings.dense())
                    .nOut(1)
                    .activation(Activation.SIGMOID)
                    .build())
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(layers);
    network.init();
    return network;
  }

  private void epoch(
      MultiLayerNetwork network,
      Windows windows,
      Table table,
      int[] rows,
      float[] targets,
      float[] weights) {
    for (int from = 0; from < rows.length; from += settings.batch()) {
      int count = Math.min(settings.batch(), rows.length - from);
      float[][] labels = new float[count][1];
      float[][] importance = new float[count][1];
      for (int i = 0; i < count; i++) {
        labels[i][0] = targets[rows[from + i]];
        importance[i][0] = weights[rows[from + i]];
      }
      network.fit(
          input(windows, table, rows, from, count),
          Nd4j.create(labels),
          null,
          Nd4j.create(importance));
    }
  }

  private double loss(
      MultiLayerNetwork network,
      Windows windows,
      Table table,
      int[] rows,
      float[] targets,
      float[] weights) {
    double sum = 0;
    double weight = 0;
    for (int from = 0; from < rows.length; from += settings.batch()) {
      int count = Math.min(settings.batch(), rows.length - from);
      INDArray said = network.output(input(windows, table, rows, from, count));
      for (int i = 0; i < count; i++) {
        int row = rows[from + i];
        double p = Math.clamp(said.getDouble(i, 0), LEAST, 1 - LEAST);
        sum -= weights[row] * StrictMath.log(targets[row] > 0.5f ? p : 1 - p);
        weight += weights[row];
      }
    }
    return sum / weight;
  }

  private INDArray input(Windows windows, Table table, int[] rows, int from, int count) {
    return input(settings.window(), windows, table, rows, from, count);
  }

  /** Windows as Deeplearning4j wants them: {@code [window, column, step]}. */
  static INDArray input(int window, Windows windows, Table table, int[] rows, int from, int count) {
    int width = table.width();
    float[] steps = new float[window * count * width];
    windows.write(table, rows, from, count, steps);
    return Nd4j.create(steps, new long[] {window, count, width}, 'c').permute(1, 2, 0).dup();
  }
}
