package io.tradinggym.signals.sequence;

import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.optimizer.Adam;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.signals.model.Learner;
import io.tradinggym.signals.model.SignalModel;
import io.tradinggym.signals.model.Table;
import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;

/**
 * An LSTM classifier of windows of rows, trained by binary cross-entropy and Adam; stops when the last training rows
 * are not predicted better for a while and keeps the best weights.
 *
 * @param settings of network and training
 * @param gap rows before those held out that are not trained on, at least the label's horizon
 */
public record LstmLearner(LstmSettings settings, int gap) implements Learner {
  private static final double EPSILON = 1e-7;

  @Override
  public String name() {
    return "LSTM";
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
    LstmNetwork network = new LstmNetwork(settings, table.width(), settings.batch());
    float[] params = new float[network.parameters()];
    network.initialise(params, streams.stream("weights"));
    float[] best = params.clone();
    double least = Double.POSITIVE_INFINITY;
    Epochs epochs = new Epochs(table, windows, network, targets, weights, streams);
    for (int epoch = 0, since = 0;
        epoch < settings.epochs() && since < settings.patience();
        epoch++) {
      epochs.train(params, part);
      double loss = epochs.loss(params, part.rest());
      since++;
      if (loss < least) {
        least = loss;
        best = params.clone();
        since = 0;
      }
    }
    return new LstmModel(settings, windows, best);
  }

  @Override
  public SignalModel load(DataInput in) throws IOException {
    return LstmModel.load(settings, in);
  }

  static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  /** Goes over windows in batches. */
  private final class Epochs {
    private final Table table;
    private final Windows windows;
    private final LstmNetwork network;
    private final float[] targets;
    private final float[] weights;
    private final RandomStream order;
    private final RandomStream dropout;
    private final Adam adam;
    private final float[] gradient;
    private final float[] x;
    private final float[] slopes;

    Epochs(
        Table table,
        Windows windows,
        LstmNetwork network,
        float[] targets,
        float[] weights,
        RandomStreams streams) {
      this.table = table;
      this.windows = windows;
      this.network = network;
      this.targets = targets;
      this.weights = weights;
      order = streams.stream("order");
      dropout = streams.stream("dropout");
      adam = new Adam(network.parameters(), Kernels.fastest(), EPSILON);
      gradient = new float[network.parameters()];
      x = new float[settings.window() * settings.batch() * table.width()];
      slopes = new float[settings.batch()];
    }

    void train(float[] params, HeldOut part) {
      int[] shuffled = part.shuffled(order);
      for (int from = 0; from < shuffled.length; from += settings.batch()) {
        int count = Math.min(settings.batch(), shuffled.length - from);
        windows.write(table, shuffled, from, count, x);
        network.draw(dropout);
        float[] logits = network.forward(params, x, count);
        for (int i = 0; i < count; i++) {
          int row = shuffled[from + i];
          slopes[i] = (float) ((sigmoid(logits[i]) - targets[row]) * weights[row] / count);
        }
        Arrays.fill(gradient, 0);
        network.backward(params, slopes, count, gradient);
        adam.step(params, gradient, settings.rate());
      }
    }

    double loss(float[] params, int[] rows) {
      network.clear();
      double sum = 0;
      double weight = 0;
      for (int from = 0; from < rows.length; from += settings.batch()) {
        int count = Math.min(settings.batch(), rows.length - from);
        windows.write(table, rows, from, count, x);
        float[] logits = network.forward(params, x, count);
        for (int i = 0; i < count; i++) {
          int row = rows[from + i];
          double z = targets[row] > 0.5f ? logits[i] : -logits[i];
          sum += weights[row] * (Math.max(-z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))));
          weight += weights[row];
        }
      }
      return sum / weight;
    }
  }
}
